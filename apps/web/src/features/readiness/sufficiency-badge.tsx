import { SUFFICIENCY_LABELS, type SufficiencyState } from '@gt/contracts/words';
import classes from './readiness.module.css';

const MARKS: Record<SufficiencyState, string> = { SUFFICIENT: '✓', STALE: '◷', THIN: '◐', NONE: '○' };

/** The answer of an evidence test: a shape and a word, and colour beside them. */
export function SufficiencyBadge({ state }: { state: SufficiencyState }) {
  return (
    <span className={classes.badge} data-state={state}>
      <span aria-hidden="true">{MARKS[state]}</span> Evidence: {SUFFICIENCY_LABELS[state].toLowerCase()}
    </span>
  );
}
