import { formatShortDate, type IsoDate, RAG_LETTERS } from '@gt/contracts/words';
import { RagShape } from '@gt/ui';
import type { TimelineRow } from '../queries.ts';
import { barShape } from './bar-shape.ts';
import { milestoneInWords, milestoneState } from './spoken-row.ts';
import classes from './timeline-bar.module.css';
import type { TimelineScale } from './timeline-scale.ts';

type TimelineBarProps = {
  row: TimelineRow;
  scale: TimelineScale;
  today: IsoDate;
  /** References of what it waits for and that stand on no line of this timeline, so that no arrow comes from them. */
  after?: readonly string[];
};

/** What is drawn on an action's line: bar, ghost, diamonds and the words beside them. Its words are `spokenRow`'s. */
export function TimelineBar({ row, scale, today, after = [] }: TimelineBarProps) {
  const shape = barShape(row, scale, today);
  const { ghost, x, width, kind } = shape;
  const labelAt = Math.max(x + width, ghost ? ghost.x + ghost.width : 0) + 12;
  return (
    <>
      {ghost ? (
        <span
          className={classes.ghost}
          data-moved={ghost.moved}
          style={{ left: ghost.x, width: ghost.width }}
        />
      ) : null}
      <span
        className={classes.bar}
        data-rag={row.declaredRag}
        data-kind={kind}
        data-over={row.status === 'CANCELLED' ? 'cancelled' : undefined}
        style={{ left: x, width }}
      >
        <span className={classes.done} style={{ width: `${row.percentComplete}%` }} />
        <span className={classes.letter}>
          <RagShape rag={row.declaredRag} size={10} />
          {RAG_LETTERS[row.declaredRag]}
        </span>
      </span>
      {ghost ? <span className={classes.promised} style={{ left: ghost.at }} /> : null}
      {row.milestones.map((milestone) => (
        <Diamond
          key={milestone.id}
          x={(scale.x(milestone.dueDate) + scale.end(milestone.dueDate)) / 2}
          state={milestoneState(milestone, today)}
          words={milestoneInWords(milestone, today)}
        />
      ))}
      <span className={classes.label} data-late={row.daysOverdue > 0} style={{ left: labelAt }}>
        {labelOf(row)}
        {after.length > 0 ? `, after ${after.join(', ')}` : ''}
      </span>
    </>
  );
}

function labelOf({ dueDate, startDate, daysOverdue }: TimelineRow): string {
  if (!dueDate) return startDate ? 'No due date' : 'No dates';
  const due = formatShortDate(dueDate).replace(/ \d{4}$/, '');
  return daysOverdue > 0 ? `${due}, ${daysOverdue} d late` : due;
}

const MARKS = { done: 'M4 6.2l1.6 1.6L8.4 4.8', late: 'M6 3.4v3.2M6 8.2v.4', open: '' } as const;

/** Done with a tick, late with an exclamation mark, open hollow. */
function Diamond({ x, state, words }: { x: number; state: keyof typeof MARKS; words: string }) {
  return (
    <svg
      className={classes.diamond}
      data-state={state}
      style={{ left: x - 8 }}
      width="16"
      height="16"
      viewBox="-1 -1 14 14"
      aria-hidden="true"
      focusable="false"
    >
      <title>{words}</title>
      <path d="M6 0l6 6-6 6-6-6z" className={classes.diamondShape} />
      {MARKS[state] ? <path d={MARKS[state]} className={classes.diamondMark} /> : null}
    </svg>
  );
}
