import { useId } from 'react';
import classes from './progress-line.module.css';

type ProgressLineProps = {
  /** What is under way: "Building the pack", a file's name. */
  label: string;
  /** Between 0 and 1; null while nobody can tell. */
  share: number | null;
  /** The stage in words: "Copying evidence files, 12 of 40". */
  stage?: string;
};

/** Long work as a labelled bar, by stage. */
export function ProgressLine({ label, share, stage }: ProgressLineProps) {
  const id = useId();
  const percent = share === null ? null : Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div className={classes.root}>
      <div className={classes.words}>
        <span id={id} className={classes.label}>
          {label}
        </span>
        {percent === null ? null : <span className="gt-figures">{percent} %</span>}
      </div>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent ?? undefined}
        aria-valuetext={stage}
        className={classes.track}
      >
        <div className={classes.bar} data-unknown={percent === null} style={{ width: `${percent ?? 30}%` }} />
      </div>
      {stage ? <p className={classes.stage}>{stage}</p> : null}
    </div>
  );
}
