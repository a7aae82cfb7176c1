import { EVIDENCE_STATE_LABELS, type EvidenceState } from '@gt/contracts/words';
import { dayInWords, timeInWords } from '../../lib/instants.ts';
import { RedactedNote } from '../redactions/public.tsx';
import classes from './evidence.module.css';
import type { EvidenceDetail } from './queries.ts';

/** A dip check upholds what was accepted, or fails it. */
const SAMPLED: Record<EvidenceState, string> = {
  ...EVIDENCE_STATE_LABELS,
  ACCEPTED: 'Dip check: upheld',
  RETURNED: 'Dip check: failed, returned',
};

/** Every answer of a verifier, newest first. */
export function CheckList({ checks }: { checks: EvidenceDetail['checks'] }) {
  if (checks.length === 0) return <p className={classes.quiet}>Nobody has checked it yet.</p>;
  return (
    <ul className={classes.entries}>
      {checks.map((check) => (
        <li key={check.id} className={classes.entry}>
          <p>
            <strong>
              {check.isSample ? SAMPLED[check.decision] : EVIDENCE_STATE_LABELS[check.decision]}
            </strong>{' '}
            (version {check.versionNumber}) by {check.checkedBy.name}
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
