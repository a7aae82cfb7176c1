import type { IsoDate } from '@gt/contracts/words';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../lib/paths.ts';
import type { PlanActionsSearch } from '../../../lib/plan-actions-search.ts';
import type { TimelineRow } from '../queries.ts';
import { barShape } from './bar-shape.ts';
import { spokenRow } from './spoken-row.ts';
import classes from './timeline.module.css';
import { TimelineBar } from './timeline-bar.tsx';
import type { TimelineScale } from './timeline-scale.ts';
import type { DateMoving } from './use-date-move.ts';

type ActionLineProps = {
  planId: string;
  scale: TimelineScale;
  today: IsoDate;
  search: PlanActionsSearch;
  onOpen: (actionId: string) => void;
  row: TimelineRow;
  index: number;
  top: number;
  /** The cell of this line that is in the tab order; null when another line's is. */
  cell: 'name' | 'bar' | null;
  after: readonly string[];
  dates: DateMoving;
};

/** One action of the timeline: its name, which stays, and its bar on the track. */
export function ActionLine(props: ActionLineProps) {
  const { planId, row: stored, dates, index, top, scale, today, search, cell, after, onOpen } = props;
  const proposed = dates.moving?.row.id === stored.id ? dates.moving.date : null;
  const row = proposed ? { ...stored, dueDate: proposed } : stored;
  const isOpen = search.open === row.id;
  const barId = `bar-${row.id}`;
  const shape = barShape(row, scale, today);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot hold rows that are placed one by one
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      className={classes.row}
      data-open={isOpen}
      style={{ top }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="rowheader" tabIndex={-1} className={classes.name}>
        <Link
          to={paths.planActions}
          params={{ planId }}
          search={{ ...search, open: row.id }}
          resetScroll={false}
          tabIndex={cell === 'name' ? 0 : -1}
          data-line={index}
          data-cell="name"
          className={classes.link}
          aria-describedby={barId}
          aria-current={isOpen ? 'true' : undefined}
          title={row.isRedacted ? undefined : row.title}
        >
          <span className={classes.reference}>{row.reference}</span>{' '}
          {row.isRedacted ? 'Words destroyed' : row.title}
        </Link>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="gridcell" tabIndex={-1} className={classes.track} style={{ width: scale.width }}>
        <button
          type="button"
          id={barId}
          tabIndex={cell === 'bar' ? 0 : -1}
          data-line={index}
          data-cell="bar"
          className={classes.hit}
          style={{ left: shape.x, width: shape.width }}
          aria-label={spokenRow(stored, today)}
          onKeyDown={(event) => dates.onKey(event, stored)}
          onClick={() => onOpen(row.id)}
        />
        {dates.canMove(stored) ? (
          <span
            className={classes.handle}
            style={{ left: shape.x + shape.width - 5 }}
            title={`Drag to move the due date of ${row.reference}`}
            aria-hidden="true"
            onPointerDown={(event) => dates.press(event, stored)}
          />
        ) : null}
        <TimelineBar row={row} scale={scale} today={today} after={after} />
      </div>
    </div>
  );
}
