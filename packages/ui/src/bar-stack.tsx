import { RAG_LABELS, RAGS } from '@gt/contracts/words';
import type { ReactNode } from 'react';
import classes from './bar-stack.module.css';
import { DataTable } from './data-table.tsx';
import { barInWords, RagBar, type RagBarCounts, totalOf } from './rag-bar.tsx';

export type BarRow = {
  id: string;
  /** Plain, for the table: "R3". */
  label: string;
  /** In place of the label beside the bar: a link. */
  shown?: ReactNode;
  counts: RagBarCounts;
};

type BarStackProps = {
  /** What is counted: "Actions by RAG, for each recommendation". */
  caption: string;
  /** A sentence that says what the bars show. */
  words: string;
  rows: readonly BarRow[];
};

/** RAG counts as bars with their letters on them, words beneath, and the same figures as a table. */
export function BarStack({ caption, words, rows }: BarStackProps) {
  const longest = Math.max(1, ...rows.map(({ counts }) => totalOf(counts)));
  return (
    <figure className={classes.root} aria-label={caption}>
      <ul className={classes.rows}>
        {rows.map((row) => (
          <li key={row.id} className={classes.row}>
            <span className={classes.label}>{row.shown ?? row.label}</span>
            <span className="gt-visually-hidden">({barInWords(row.counts)})</span>
            <RagBar counts={row.counts} longest={longest} />
          </li>
        ))}
      </ul>
      <figcaption className={classes.words}>{words}</figcaption>
      <details className={`${classes.table} gt-screen-only`}>
        <summary>Show as a table</summary>
        <DataTable caption={caption}>
          <thead>
            <tr>
              <th scope="col">Recommendation</th>
              {RAGS.map((rag) => (
                <th key={rag} scope="col">
                  {RAG_LABELS[rag]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.label}</th>
                {RAGS.map((rag) => (
                  <td key={rag}>{row.counts[rag] ?? 0}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </DataTable>
      </details>
    </figure>
  );
}
