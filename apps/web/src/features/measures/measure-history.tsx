import { dayInWords, timeInWords } from '../../lib/instants.ts';
import { RedactedNote } from '../redactions/public.tsx';
import classes from './measures.module.css';
import type { MeasureDetail } from './queries.ts';

/** Who did what to it, old → new, newest first. */
export function MeasureHistory({ history }: { history: MeasureDetail['history'] }) {
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
          <p className={classes.quiet}>
            {dayInWords(entry.at)} at {timeInWords(entry.at)}
          </p>
        </li>
      ))}
    </ul>
  );
}
