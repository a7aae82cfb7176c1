import { formatDate, type IsoDate } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { grouped } from '@gt/domain/wording';
import { SkeletonRows } from '@gt/ui';
import { useElementSize, useMediaQuery } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ProblemPanel } from '../../../components/problem-panel.tsx';
import { oneOf } from '../../../lib/search-params.ts';
import { useToday, useUser } from '../../../lib/session.ts';
import { LayoutEmpty } from '../layout-empty.tsx';
import type { PlanLayoutProps } from '../plan-layout-props.ts';
import { type Meeting, meetingsQuery, timelineQuery } from '../queries.ts';
import { usePrinting } from '../use-printing.ts';
import classes from './timeline.module.css';
import { TimelineChart } from './timeline-chart.tsx';
import { timelineLines } from './timeline-lines.ts';
import { TimelineList } from './timeline-list.tsx';
import { PAPER_ROOM, type Paper, TimelinePaper } from './timeline-paper.tsx';
import { type TimelineScale, timelineScale, ZOOMS } from './timeline-scale.ts';
import { TimelineTable } from './timeline-table.tsx';
import { TimelineTools } from './timeline-tools.tsx';
import { useTimelineScroll } from './use-timeline-scroll.ts';

const LEFT = 300;
const LEFT_NARROW = 190;
/** Less room than this, and the names give way. */
const NARROW = 760;
/** No sheet of paper shows more; the rest is said. */
const PAPER_ROWS = 2_000;
const NO_MEETINGS: readonly Meeting[] = [];

/** The actions of the filter by date, with milestones, what waits for what, reviews and boards; or as a table. */
export function TimelineView({ planId, filter, search, onChange }: PlanLayoutProps) {
  const today = useToday();
  const list = useInfiniteQuery(timelineQuery({ planId, filter }));
  const isPrinting = usePrinting();
  const isPhone = (useMediaQuery('(max-width: 40em)') ?? false) && !isPrinting;
  const [paper, setPaper] = useState<Paper>('a4');
  const { ref, width: room } = useElementSize();
  const zoom = oneOf(ZOOMS, search.zoom) ?? 'month';
  const asTable = search.as === 'table';

  const first = list.data?.pages[0];
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const lines = useMemo(
    () => timelineLines(rows, list.data?.pages.flatMap((page) => page.recommendations) ?? []),
    [rows, list.data],
  );
  const left = room < NARROW ? LEFT_NARROW : LEFT;
  const scale = useMemo(
    () =>
      isPrinting
        ? timelineScale(first?.span ?? null, today, 'fit', PAPER_ROOM[paper].track)
        : timelineScale(first?.span ?? null, today, zoom, room - left - 4),
    [first?.span, today, zoom, room, left, isPrinting, paper],
  );
  const meetings = useMeetings(planId, scale, first !== undefined && room > 0);
  const scroller = useRef<HTMLDivElement>(null);
  const { toToday } = useTimelineScroll(scroller, scale, today, first !== undefined && room > 0);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const print = async (size: Paper) => {
    let result: { hasNextPage: boolean; data?: typeof list.data; isError: boolean } = list;
    const loaded = () => result.data?.pages.reduce((sum, page) => sum + page.rows.length, 0) ?? 0;
    while (result.hasNextPage && !result.isError && loaded() < PAPER_ROWS) {
      result = await fetchNextPage({ cancelRefetch: false });
    }
    flushSync(() => setPaper(size));
    window.print();
  };

  if (list.isError) return <ProblemPanel error={list.error} onRetry={() => void list.refetch()} />;
  if (first && first.total === 0) return <LayoutEmpty all={first.all} onChange={onChange} />;
  const total = first?.total ?? 0;
  const asList = asTable || isPhone;
  const listed = { planId, rows, total, today, search };
  return (
    <div className={classes.root}>
      <TimelineTools
        zoom={zoom}
        asTable={asTable}
        isPhone={isPhone}
        onZoom={(next) => onChange({ zoom: next }, true)}
        onTable={(next) => onChange({ as: next ? 'table' : undefined }, true)}
        onToday={toToday}
        onPrint={(size) => void print(size)}
      />
      {first ? (
        <p className={classes.words}>
          {rows.length < total && isPrinting
            ? `The first ${grouped(rows.length)} of ${grouped(total)} actions. `
            : ''}
          {meetingWords(meetings, today)}
        </p>
      ) : null}
      <div ref={ref} className={classes.room}>
        {first ? null : <SkeletonRows rows={12} rowHeight={32} label="Loading the timeline" />}
        {first && isPhone ? (
          <TimelineList {...listed} onMore={onNearEnd} isLoadingMore={isFetchingNextPage} />
        ) : null}
        {first && asTable && !isPhone ? (
          <TimelineTable {...listed} onMore={onNearEnd} isLoadingMore={isFetchingNextPage} />
        ) : null}
        {first && !asList && isPrinting ? (
          <TimelinePaper paper={paper} lines={lines} scale={scale} today={today} meetings={meetings} />
        ) : null}
        {first && !asList && !isPrinting ? (
          <TimelineChart
            planId={planId}
            scroller={scroller}
            lines={lines}
            scale={scale}
            today={today}
            meetings={meetings}
            search={search}
            left={left}
            isWhole={!hasNextPage}
            stale={list.isPlaceholderData}
            onOpen={(actionId) => onChange({ open: actionId })}
            onNearEnd={onNearEnd}
          />
        ) : null}
      </div>
    </div>
  );
}

/** The reviews and boards on the canvas. A partner is told of none: they are the plan's. */
function useMeetings(planId: string, { from, to }: TimelineScale, isReady: boolean): readonly Meeting[] {
  const mayRead = holds(useUser().roles, 'plan.read');
  const { data } = useQuery({ ...meetingsQuery({ planId, from, to }), enabled: isReady && mayRead });
  return data ?? NO_MEETINGS;
}

/** "Today is 12 March 2026, next review today, next board 18 March 2026." */
function meetingWords(meetings: readonly Meeting[], today: IsoDate): string {
  const next = (kind: Meeting['kind'], name: string) => {
    const date = meetings.find((one) => one.kind === kind && one.date >= today)?.date;
    if (!date) return [];
    return [`next ${name} ${date === today ? 'today' : formatDate(date)}`];
  };
  const parts = [formatDate(today), ...next('REVIEW', 'review'), ...next('BOARD', 'board')];
  return `Today is ${parts.join(', ')}.`;
}
