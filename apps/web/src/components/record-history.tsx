import { dayInWords, timeInWords } from '../lib/instants.ts';
import classes from './record-history.module.css';
import { RedactedNote } from './redacted-note.tsx';

type RecordEntry = {
  id: string;
  at: string;
  who: string;
  words: string;
  changes: readonly { field: string; from: string; to: string }[];
  redactedAt: string | null;
};

/** Who did what to a record, old → new, newest first. */
export function RecordHistory({ history }: { history: readonly RecordEntry[] }) {
  return (
    <ul className={classes.entries}>
      {history.map((entry) => (
        <li key={entry.id} className={classes.entry}>
          <p>
            {entry.who} {entry.words}
          </p>
          {entry.redactedAt ? <RedactedNote redactedAt={entry.redactedAt} /> : null}
          {entry.changes.length > 0 ? (
            <ul className={classes.changes}>
              {entry.changes.map(({ field, from, to }) => (
                <li key={field}>
                  {field}: {from ? `${from} → ` : ''}
                  {to}
                </li>
              ))}
            </ul>
          ) : null}
          <p className={classes.when}>
            {dayInWords(entry.at)} at {timeInWords(entry.at)}
          </p>
        </li>
      ))}
    </ul>
  );
}
