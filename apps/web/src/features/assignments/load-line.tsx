import { type Workload, workloadWords } from '@gt/domain/assignment';
import classes from './load-line.module.css';

type LoadLineProps = {
  load: Workload;
  /** The fullest of those it stands beside: its bar is the whole width. */
  most: number;
};

/** How much work somebody has: a small bar, overdue in red, and the same in words. */
export function LoadLine({ load, most }: LoadLineProps) {
  const share = (count: number, of: number) => `${of === 0 ? 0 : Math.round((count / of) * 100)}%`;
  return (
    <span className={classes.root}>
      <span className={classes.bar} aria-hidden="true">
        <span className={classes.open} style={{ width: share(load.open, most) }}>
          <span className={classes.overdue} style={{ width: share(load.overdue, load.open) }} />
        </span>
      </span>
      <span>{workloadWords(load)}</span>
    </span>
  );
}
