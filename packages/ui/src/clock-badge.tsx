import { formatDate } from '@gt/contracts/words';
import classes from './clock-badge.module.css';

type ClockBadgeProps = {
  /** Complete enough to stand alone: "Due in 23 working days". */
  words: string;
  /** In place of the words where a phone has no room for them: "23 days". */
  short?: string;
  /** "YYYY-MM-DD". */
  dueDate: string;
  /** Working days left; negative when the date has passed. */
  daysLeft: number;
};

const SOON = 10;

/** A clock that runs, in words, with its date. */
export function ClockBadge({ words, short, dueDate, daysLeft }: ClockBadgeProps) {
  const state = daysLeft < 0 ? 'late' : daysLeft <= SOON ? 'soon' : 'calm';
  return (
    <span
      className={classes.root}
      data-state={state}
      data-short={short !== undefined}
      title={`Due ${formatDate(dueDate)}`}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path
          d="M8 4.5V8l2.5 1.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
        />
      </svg>
      <span className={classes.words}>{words}</span>
      {short ? (
        <span className={classes.short} aria-hidden="true">
          {short}
        </span>
      ) : null}
    </span>
  );
}
