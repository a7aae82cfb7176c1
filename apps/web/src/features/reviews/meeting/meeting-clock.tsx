import { useMeeting } from './meeting-context.ts';
import classes from './meeting-header.module.css';
import { clockWords, paceOf, plannedWords, shareOf, spokenTime } from './meeting-time.ts';
import { useNow } from './use-now.ts';

/** How long the open item and the meeting have taken. Over its time it says by how much, and no more. */
export function MeetingClock({ waiting }: { waiting: number }) {
  const { review, place } = useMeeting();
  const now = useNow();
  const { minutesPlanned, openedAt } = review;
  const onItem = (performance.now() - place.arrivedAt) / 1000;
  const { elapsed, over } = paceOf(openedAt ?? '', minutesPlanned, now);
  const share = shareOf(minutesPlanned, elapsed, waiting);
  const isLong = share !== null && onItem > share;
  return (
    <div className={classes.clocks}>
      <span className={classes.clock} data-over={isLong || undefined}>
        <span className={classes.clockName}>This item</span>
        <span className="gt-figures">
          {clockWords(onItem)}
          {share === null ? null : <span className={classes.quiet}> / {clockWords(share)}</span>}
        </span>
      </span>
      <span className={classes.clock} data-over={over > 0 || undefined}>
        <span className={classes.clockName}>Meeting</span>
        <span className="gt-figures">
          {clockWords(elapsed)}
          <span className={classes.quiet}> / {plannedWords(minutesPlanned)}</span>
        </span>
        {over > 0 ? (
          <span className={classes.over}>
            <span className="gt-visually-hidden">{`${spokenTime(over)} `}</span>
            <span aria-hidden="true">{clockWords(over)} </span>over
          </span>
        ) : null}
      </span>
    </div>
  );
}
