import { listWords } from '@gt/domain/wording';
import { DataTable } from '@gt/ui';
import classes from './months-strip.module.css';

type MonthsStripProps = {
  months: readonly { key: string; label: string; references: readonly string[] }[];
  /** What the strip shows, in words. */
  words: string;
  /** What it is of, where several stand on one page: "R3". */
  of?: string;
};

/** Which months since the inspection the accepted evidence speaks of; the gaps are where nobody can say. */
export function MonthsStrip({ months, words, of }: MonthsStripProps) {
  const name = `Months covered by accepted evidence${of ? ` under ${of}` : ''}`;
  return (
    <figure className={classes.root} aria-label={name}>
      <ol className={classes.strip} aria-hidden="true">
        {months.map(({ key, label, references }, index) => (
          <li key={key} className={classes.month} data-covered={references.length > 0}>
            <span className={classes.cell} title={`${label}: ${listWords(references) || 'nothing'}`}>
              {references.length > 0 ? references.length : '–'}
            </span>
            <span className={classes.label}>
              {label.slice(0, 3)}
              {index === 0 || key.endsWith('-01') ? (
                <span className={classes.year}>{key.slice(0, 4)}</span>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
      <figcaption className={classes.words}>{words}</figcaption>
      <details className={`${classes.behind} gt-screen-only`}>
        <summary>
          Show the months{of ? <span className="gt-visually-hidden"> of {of}</span> : null} as a table
        </summary>
        <DataTable caption={name}>
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col">Evidence</th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ key, label, references }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td>{listWords(references) || 'None'}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      </details>
    </figure>
  );
}
