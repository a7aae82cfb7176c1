import { CALENDAR_KINDS, type CalendarKind, type CalendarScope, formatMonth } from '@gt/contracts/words';
import { holds, seesWholePlan } from '@gt/domain/authz';
import { EmptyState, SkeletonRows } from '@gt/ui';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPlus, IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { type CalendarSearch, kindsOff, offText } from '../../lib/calendar-search.ts';
import { paths, signedIn } from '../../lib/paths.ts';
import { useToday, useUser } from '../../lib/session.ts';
import { AgendaList } from './agenda-list.tsx';
import classes from './calendar.module.css';
import { DateBin } from './date-bin.tsx';
import { DayDialog } from './day-dialog.tsx';
import { daysOf, spanOf } from './days.ts';
import { IcsLink } from './ics-link.tsx';
import { MonthGrid } from './month-grid.tsx';
import { PlanDateDialog } from './plan-date-dialog.tsx';
import { PlanDateView } from './plan-date-view.tsx';
import { PrintList } from './print-list.tsx';
import { spanQuery } from './queries.ts';
import { spanWords, Toolbar } from './toolbar.tsx';
import { WindowLines } from './window-lines.tsx';

const HEADING = 'calendar-month';
/** What a partner's calendar can hold: what hangs on their own actions. */
const OF_ACTIONS: readonly CalendarKind[] = ['DUE', 'MILESTONE'];

/** Reviews, boards, visits, gates, windows and due dates of a plan, by day. */
export function CalendarPage() {
  const { planId } = useParams({ from: signedIn(paths.calendar) });
  const search = useSearch({ from: signedIn(paths.calendar) });
  const navigate = useNavigate({ from: paths.calendar });
  const { roles } = useUser();
  const today = useToday();
  const isPhone = useMediaQuery('(max-width: 40em)', undefined, { getInitialValueInEffect: false }) ?? false;
  const [adding, setAdding] = useState<{ date: typeof today } | null>(null);
  const go = (patch: Partial<CalendarSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...patch }), replace: true, resetScroll: false });

  const on = search.on ?? today;
  const view = search.show ?? (isPhone ? 'list' : 'month');
  const whose: CalendarScope = search.whose ?? 'PLAN';
  const off = kindsOff(search.off);
  const seesAll = seesWholePlan(roles);
  const mayEdit = holds(roles, 'plan.edit');
  const kinds = seesAll
    ? CALENDAR_KINDS.filter((kind) => kind !== 'ROOM' || holds(roles, 'room.manage'))
    : OF_ACTIONS;
  const span = spanOf(on, view);
  const asked = { planId, scope: whose, kinds: kinds.filter((kind) => !off.includes(kind)) };
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...spanQuery({ ...asked, ...span }),
    placeholderData: keepPreviousData,
  });
  // A month without its entries yet keeps its days, so that the keys do not lose the one on which they stand.
  const known = data && !isPlaceholderData ? data : null;
  const days = known ? daysOf(known, span.from, span.to) : null;
  const bare = data ? daysOf({ planName: '', entries: [], crowds: [] }, span.from, span.to) : null;
  const month = days ?? bare;
  const shown = days?.filter(({ date }) => view !== 'month' || date.startsWith(on.slice(0, 7))) ?? [];
  const isEmpty = days?.every(({ total }) => total === 0) ?? false;

  return (
    <Page
      title="Calendar"
      documentTitle={`Calendar: ${spanWords(on, view)}`}
      lead={seesAll ? (data?.planName ?? 'Loading the plan') : 'The dates of your own actions'}
      printFilter={`${spanWords(on, view)}${off.length > 0 ? '; some kinds are left out' : ''}`}
      actions={
        <>
          {mayEdit ? (
            <Button
              leftSection={<IconPlus size={16} aria-hidden="true" />}
              onClick={() => setAdding({ date: on })}
            >
              Add a date
            </Button>
          ) : null}
          <IcsLink planId={planId} span={span} whose={whose} kinds={asked.kinds} />
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden="true" />}
            onClick={() => window.print()}
          >
            Print
          </Button>
        </>
      }
    >
      <div className={classes.root}>
        {seesAll ? <WindowLines planId={planId} /> : null}
        <Toolbar
          {...{ headingId: HEADING, on, today, view, whose, kinds, off }}
          onGo={(date) => go({ on: date })}
          onView={(show) => go({ show })}
          onWhose={(next) => go({ whose: next === 'PLAN' ? undefined : next })}
          onOff={(next) => go({ off: offText(next) })}
        />
        {whose === 'PLAN' || !seesAll ? null : (
          <p className={`${classes.quiet} gt-screen-only`}>
            Reviews, boards, visits, gates and windows concern everybody and stay shown.
          </p>
        )}
        {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
        {!days && !error && (view !== 'month' || !bare) ? (
          <SkeletonRows rows={6} rowHeight={80} label="Loading the calendar" />
        ) : null}
        {month && view === 'month' ? (
          <MonthGrid
            {...{ planId, on, today }}
            days={month}
            isLoading={!days}
            labelledBy={HEADING}
            onGo={(date) => go({ on: date })}
            onOpen={(date) => go({ on: date, day: date })}
          />
        ) : null}
        {days && view !== 'month' && !isEmpty ? (
          <AgendaList
            {...{ planId, days, today }}
            caption={`What stands in ${spanWords(on, view)}`}
            onOpen={(date) => go({ day: date })}
          />
        ) : null}
        {isEmpty ? (
          <EmptyState
            sentence={
              view === 'quarter'
                ? `Nothing stands in ${spanWords(on, view)}.`
                : `Nothing stands in ${formatMonth(on)}.`
            }
            detail={off.length > 0 ? 'Some kinds are switched off.' : undefined}
          />
        ) : null}
        {days ? <PrintList days={shown} of={view === 'quarter' ? 'quarter' : 'month'} /> : null}
        {mayEdit ? <DateBin planId={planId} /> : null}
      </div>
      {search.day ? (
        <DayDialog
          asked={{ ...asked, date: search.day }}
          onClose={() => go({ day: undefined })}
          onAdd={
            mayEdit
              ? () => {
                  setAdding({ date: search.day ?? on });
                  go({ day: undefined });
                }
              : null
          }
        />
      ) : null}
      {search.date ? <PlanDateView planDateId={search.date} onClose={() => go({ date: undefined })} /> : null}
      {adding ? <PlanDateDialog planId={planId} date={adding.date} onClose={() => setAdding(null)} /> : null}
    </Page>
  );
}
