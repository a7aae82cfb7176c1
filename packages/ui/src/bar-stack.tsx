import { RAG_LABELS, RAG_LETTERS, RAGS, type Rag } from '@gt/contracts/words';
import type { ReactNode } from 'react';
import classes from './bar-stack.module.css';
import { DataTable } from './data-table.tsx';

export type BarRow = {
  id: string;
  /** Plain, for the table: "R3". */
  label: string;
  /** In place of the label beside the bar: a link. */
  shown?: ReactNode;
  counts: Partial<Record<Rag, number>>;
};

type BarStackProps = {
  /** What is counted: "Actions by RAG, for each recommendation". */
  caption: string;
  /** A sentence that says what the bars show. */
  words: string;
  rows: readonly BarRow[];
};

const total = ({ counts }: BarRow) => RAGS.reduce((sum, rag) => sum + (counts[rag] ?? 0), 0);

function inWords(row: BarRow): string {
  const parts = RAGS.filter((rag) => row.counts[rag]).map(
    (rag) => `${row.counts[rag]} ${RAG_LABELS[rag].toLowerCase()}`,
  );
  return parts.length > 0 ? parts.join(', ') : 'no actions';
}

/** RAG counts as bars with their letters on them, words beneath, and the same figures as a table. */
export function BarStack({ caption, words, rows }: BarStackProps) {
  const longest = Math.max(1, ...rows.map(total));
  return (
    <figure className={classes.root} aria-label={caption}>
      <ul className={classes.rows}>
        {rows.map((row) => (
          <li key={row.id} className={classes.row}>
            <span className={classes.label}>{row.shown ?? row.label}</span>
            <span className="gt-visually-hidden">({inWords(row)})</span>
            <span className={classes.bar} aria-hidden="true">
              {RAGS.map((rag) => {
                const count = row.counts[rag] ?? 0;
                return count > 0 ? (
                  <span
                    key={rag}
                    className={classes.part}
                    data-rag={rag}
                    style={{ width: `${(count / longest) * 100}%` }}
                    title={`${count} ${RAG_LABELS[rag].toLowerCase()}`}
                  >
                    {RAG_LETTERS[rag]} {count}
                  </span>
                ) : null;
              })}
            </span>
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
