import { EVIDENCE_STATE_LABELS, type EvidenceState } from '@gt/contracts/words';
import classes from './evidence.module.css';

/** A different mark for each state, so that colour never stands alone. */
const MARKS: Record<EvidenceState, string> = { SUBMITTED: '○', ACCEPTED: '✓', RETURNED: '↩', WITHDRAWN: '–' };

/** Whether an item was checked, in words with a mark. */
export function StateBadge({ state }: { state: EvidenceState }) {
  return (
    <span className={classes.state} data-state={state}>
      <span aria-hidden="true">{MARKS[state]}</span> {EVIDENCE_STATE_LABELS[state]}
    </span>
  );
}
