import { REPORT_STATE_LABELS, type ReportState } from '@gt/contracts/words';
import classes from './reports.module.css';

/** How a version of a paper stands, in words. */
export function StateTag({ state, isDestroyed }: { state: ReportState; isDestroyed: boolean }) {
  return (
    <span className={classes.state} data-state={isDestroyed ? 'DESTROYED' : state}>
      {isDestroyed ? 'Words destroyed' : REPORT_STATE_LABELS[state]}
    </span>
  );
}
