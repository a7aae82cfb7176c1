import type { IsoDate } from '@gt/contracts/words';
import type { Meeting } from '../queries.ts';
import classes from './timeline.module.css';
import { type TimelineScale, timelineTicks } from './timeline-scale.ts';

type MarksProps = { scale: TimelineScale; today: IsoDate; meetings: readonly Meeting[] };

/** Reviews closer together than this many pixels would be a hedge. */
const LEAST_BETWEEN_REVIEWS = 24;
/** Boards closer together are marked without their name. */
const LEAST_BETWEEN_BOARDS = 50;

const middle = (scale: TimelineScale, date: IsoDate) => (scale.x(date) + scale.end(date)) / 2;

/** The lines through all rows: where months begin, boards, today. */
export function TimelineLines({ scale, today, meetings }: MarksProps) {
  const { above } = timelineTicks(scale);
  return (
    <div className={classes.lines} aria-hidden="true">
      {above.map(({ date, x }) => (
        <span key={date} className={classes.line} style={{ left: x }} />
      ))}
      {meetings
        .filter(({ kind }) => kind === 'BOARD')
        .map(({ date }) => (
          <span key={date} className={classes.boardLine} style={{ left: middle(scale, date) }} />
        ))}
      <span className={classes.todayLine} style={{ left: middle(scale, today) }} />
    </div>
  );
}

/** The head of the timeline: two lines of dates, and a lane with today, reviews and boards. */
export function TimelineAxis({ scale, today, meetings }: MarksProps) {
  const { above, beneath } = timelineTicks(scale);
  const hasReviews = scale.dayWidth * 7 >= LEAST_BETWEEN_REVIEWS;
  const boards = meetings.filter(({ kind }) => kind === 'BOARD').map(({ date }) => scale.x(date));
  const hasNames = boards.every(
    (x, index) => x - (boards[index - 1] ?? Number.NEGATIVE_INFINITY) >= LEAST_BETWEEN_BOARDS,
  );
  return (
    <div className={classes.axis} style={{ width: scale.width }} aria-hidden="true">
      <div className={classes.tickRow}>
        {above.map(({ date, x, width, label }) => (
          <span key={date} className={classes.tick} style={{ left: x, width }}>
            <span className={classes.tickLabel}>{width > 40 ? label : ''}</span>
          </span>
        ))}
      </div>
      <div className={classes.tickRow}>
        {beneath.map(({ date, x, width, label }) => (
          <span key={date} className={classes.tick} style={{ left: x, width }}>
            <span className={classes.tickLabel}>{width > 14 ? label : ''}</span>
          </span>
        ))}
      </div>
      <div className={classes.markRow}>
        {meetings.map((meeting) => {
          if (meeting.kind === 'REVIEW' && !hasReviews) return null;
          const isBoard = meeting.kind === 'BOARD';
          return (
            <span
              key={`${meeting.kind} ${meeting.date}`}
              className={isBoard ? (hasNames ? classes.boardMark : classes.boardDot) : classes.reviewMark}
              style={{ left: middle(scale, meeting.date) }}
              title={meeting.words}
            >
              {isBoard && hasNames ? 'Board' : ''}
            </span>
          );
        })}
        <span className={classes.todayMark} style={{ left: middle(scale, today) }}>
          Today
        </span>
      </div>
    </div>
  );
}
