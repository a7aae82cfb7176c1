import { EVIDENCE_STATE_LABELS } from '@gt/contracts/words';
import { dayInWords, timeInWords } from '../../lib/instants.ts';
import { RedactedNote } from '../redactions/public.tsx';
import classes from './evidence.module.css';
import type { EvidenceDetail } from './queries.ts';

/** Every answer of a verifier, newest first. */
export function CheckList({ checks }: { checks: EvidenceDetail['checks'] }) {
  if (checks.length === 0) return <p className={classes.quiet}>Nobody has checked it yet.</p>;
  return (
    <ul className={classes.entries}>
      {checks.map((check) => (
        <li key={check.id} className={classes.entry}>
          <p>
            <strong>{EVIDENCE_STATE_LABELS[check.decision]}</strong> (file {check.versionNumber}) by{' '}
            {check.checkedBy.name}
          </p>
          {check.redactedAt ? <RedactedNote redactedAt={check.redactedAt} /> : null}
          {check.reason && !check.redactedAt ? <p className={classes.text}>{check.reason}</p> : null}
          <p className={classes.quiet}>
            {dayInWords(check.checkedAt)} at {timeInWords(check.checkedAt)}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Who did what to it, old → new, newest first. */
export function HistoryList({ history }: { history: EvidenceDetail['history'] }) {
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
