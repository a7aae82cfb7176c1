import type { IsoDate } from '@gt/contracts/words';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type RefObject, Suspense, useEffect, useMemo, useRef } from 'react';
import { lazyPart } from '../../../components/lazy-part.tsx';
import type { PlanActionsSearch } from '../../../lib/plan-actions-search.ts';
import type { Meeting } from '../queries.ts';
import { ActionLine } from './action-line.tsx';
import { DependencyArrows } from './dependency-arrows.tsx';
import classes from './timeline.module.css';
import { LINE_HEIGHTS, lineTops, type TimelineLine } from './timeline-lines.ts';
import { TimelineAxis, TimelineLines } from './timeline-marks.tsx';
import type { TimelineScale } from './timeline-scale.ts';
import { moveInWords, useDateMove } from './use-date-move.ts';
import { useTimelineFocus } from './use-timeline-focus.ts';

const AskDateMove = lazyPart(async () => (await import('./ask-date-move.tsx')).AskDateMove);

type TimelineChartProps = {
  planId: string;
  scroller: RefObject<HTMLDivElement | null>;
  lines: readonly TimelineLine[];
  scale: TimelineScale;
  today: IsoDate;
  meetings: readonly Meeting[];
  search: PlanActionsSearch;
  /** Width of the column with the actions' names. */
  left: number;
  /** Whether every row of the filter is here. */
  isWhole: boolean;
  stale: boolean;
  onOpen: (actionId: string) => void;
  onNearEnd: () => void;
};

export const HEAD_HEIGHT = 70;

/**
 * The drawing: only the lines in sight are in the page. A grid of two columns for keys and screen readers: the action,
 * and its bar, which says all that is drawn.
 */
export function TimelineChart(props: TimelineChartProps) {
  const { scroller, lines, scale, today, meetings, left, isWhole, onNearEnd } = props;
  const tops = useMemo(() => lineTops(lines), [lines]);
  const placeOf = useMemo(() => new Map(lines.map((line, index) => [line.key, index])), [lines]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => LINE_HEIGHTS[lines[index]?.kind ?? 'action'],
    getItemKey: (index) => lines[index]?.key ?? index,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    overscan: 6,
  });
  const items = virtual.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (to >= lines.length - 30) onNearEnd();
  }, [to, lines.length, onNearEnd]);
  // Whoever comes from another layout with an action open finds its bar.
  const shownOpen = useRef(false);
  const openAt = props.search.open === undefined ? undefined : placeOf.get(props.search.open);
  useEffect(() => {
    if (!shownOpen.current && openAt !== undefined) virtual.scrollToIndex(openAt, { align: 'center' });
    shownOpen.current = true;
  }, [openAt, virtual]);
  const focus = useTimelineFocus(lines, (index) => virtual.scrollToIndex(index));
  const dates = useDateMove(scale);
  return (
    <section
      ref={scroller}
      className={classes.scroller}
      aria-label="Timeline"
      data-stale={props.stale}
      aria-busy={props.stale}
      style={{ '--left': `${left}px` } as CSSProperties}
    >
      <div
        className={classes.canvas}
        style={{ width: left + scale.width, height: HEAD_HEIGHT + (tops.at(-1) ?? 0) }}
      >
        <TimelineLines scale={scale} today={today} meetings={meetings} />
        {/* biome-ignore lint/a11y/useSemanticElements: a table cannot hold rows that are placed one by one */}
        <div
          role="grid"
          className={classes.grid}
          aria-label="Actions by date"
          aria-rowcount={isWhole ? lines.length + 1 : -1}
          aria-colcount={2}
          tabIndex={-1}
          onKeyDown={focus.onKeyDown}
        >
          {/* biome-ignore lint/a11y/useSemanticElements: as above */}
          <div role="row" tabIndex={-1} aria-rowindex={1} className={classes.head}>
            {/* biome-ignore lint/a11y/useSemanticElements: as above */}
            <div role="columnheader" tabIndex={-1} className={classes.corner}>
              Action
            </div>
            {/* biome-ignore lint/a11y/useSemanticElements: as above */}
            <div role="columnheader" tabIndex={-1} aria-label="Dates">
              <TimelineAxis scale={scale} today={today} meetings={meetings} />
            </div>
          </div>
          {items.map(({ index }) => {
            const line = lines[index];
            if (!line) return null;
            const top = HEAD_HEIGHT + (tops[index] ?? 0);
            if (line.kind === 'recommendation') {
              return <HeadLine key={line.key} line={line} index={index} top={top} />;
            }
            return (
              <ActionLine
                key={line.key}
                {...props}
                row={line.row}
                index={index}
                top={top}
                cell={focus.cellOf(index)}
                dates={dates}
                after={line.row.waitsFor
                  .filter((first) => !first.isOver && !placeOf.has(first.actionId))
                  .map(({ reference }) => reference)}
              />
            );
          })}
        </div>
        <DependencyArrows
          lines={lines}
          tops={tops}
          placeOf={placeOf}
          scale={scale}
          today={today}
          from={from}
          to={to}
        />
      </div>
      <p role="status" className={dates.moving ? classes.moving : 'gt-visually-hidden'}>
        {dates.moving ? moveInWords(dates.moving) : ''}
      </p>
      {dates.asked ? (
        <Suspense>
          <AskDateMove move={dates.asked} onClose={dates.leave} />
        </Suspense>
      ) : null}
    </section>
  );
}

type HeadLineProps = {
  line: Extract<TimelineLine, { kind: 'recommendation' }>;
  index: number;
  top: number;
};

function HeadLine({ line, index, top }: HeadLineProps) {
  const { reference, quote } = line.recommendation;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot hold rows that are placed one by one
    <div role="row" tabIndex={-1} aria-rowindex={index + 2} className={classes.headLine} style={{ top }}>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="rowheader" tabIndex={-1} aria-colspan={2} className={classes.headWords}>
        <strong>{reference}</strong> {quote} <span className={classes.headCount}>{line.count}</span>
      </div>
    </div>
  );
}
