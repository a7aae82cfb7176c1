import type {
  CalendarDayInput,
  CalendarEntry,
  CalendarSpanInput,
  CalendarSpanOut,
} from '@gt/contracts/schemas';
import { CALENDAR_KINDS, type CalendarKind, type IsoDate, type PlanDateKind } from '@gt/contracts/words';
import type { Db } from '@gt/db';
import { seesWholePlan } from '@gt/domain/authz';
import { checkYear, daysBetween } from '@gt/domain/calendar';
import { invalid, notFound } from '../../core/domain-error.ts';
import { RHYTHM_SELECT, rhythmOf } from '../../core/rhythm.ts';
import type { Scope } from '../../core/scope.ts';
import { loadWindows } from './load-windows.ts';
import { meetingEntries } from './meeting-dates.ts';
import { planWideDates } from './plan-wide-dates.ts';
import { recordDates } from './record-dates.ts';
import { windowEntries } from './window-entries.ts';

/** The most days that are asked for at once: a quarter, with the weeks beside it. */
const MOST_DAYS = 120;
/** So many of a kind are named on one day of a span; the rest is counted and opens the day. */
const NAMED_A_DAY = 5;
/** And on the page of a day, and in a file. */
const NAMED_ON_ITS_OWN = 200;
const NAMED_IN_A_FILE = 2_000;

/** An entry with what a file for calendar programmes needs beside it. */
export type SpanEntry = CalendarEntry & { planId: string; planDateKind?: PlanDateKind | null };

/** What stands in the calendar from one day to another. Five statements, however large the plan. Throws NOT_FOUND, INVALID. */
export async function readSpan(db: Db, scope: Scope, input: CalendarSpanInput): Promise<CalendarSpanOut> {
  return forTheWire(await gatherSpan(db, scope, input, NAMED_A_DAY));
}

/** Everything of one day, up to a number that no page should hold more of. Throws as `readSpan` does. */
export async function readDay(
  db: Db,
  scope: Scope,
  { date, ...whose }: CalendarDayInput,
): Promise<CalendarSpanOut> {
  return forTheWire(await gatherSpan(db, scope, { ...whose, from: date, to: date }, NAMED_ON_ITS_OWN));
}

/** The whole of a span for a file, crowded days too. Throws as `readSpan` does. */
export async function readWholeSpan(db: Db, scope: Scope, input: CalendarSpanInput): Promise<SpanEntry[]> {
  return (await gatherSpan(db, scope, input, NAMED_IN_A_FILE)).entries;
}

type Gathered = Omit<CalendarSpanOut, 'entries'> & { entries: SpanEntry[] };

function forTheWire({ entries, ...span }: Gathered): CalendarSpanOut {
  return { ...span, entries: entries.map(({ planId: _plan, planDateKind: _kind, ...entry }) => entry) };
}

async function gatherSpan(db: Db, scope: Scope, input: CalendarSpanInput, most: number): Promise<Gathered> {
  const { planId, from, to } = input;
  assertSpan(from, to);
  const kinds = new Set<CalendarKind>(input.kinds ?? CALENDAR_KINDS);
  const seesAll = seesWholePlan(scope.roles);
  const plan = await db.plan.findFirst({
    where: { id: planId, deletedAt: null },
    select: { name: true, ...RHYTHM_SELECT },
  });
  if (!plan) throw notFound('plan');
  const { name: planName, ...rhythm } = plan;
  const wantsMeetings = seesAll && (kinds.has('REVIEW') || kinds.has('BOARD'));
  const [records, wide, meetings, windows] = await Promise.all([
    recordDates(db, scope, { planIds: [planId], from, to, scope: input.scope, kinds, most }),
    planWideDates(db, scope, { planIds: [planId], from, to, kinds }),
    wantsMeetings
      ? meetingEntries(db, { planId, rhythm: rhythmOf(rhythm) }, { from, to, today: scope.today })
      : [],
    seesAll && kinds.has('WINDOW') ? loadWindows(db, scope, [planId]) : null,
  ]);
  const ofWindows = windowEntries(windows?.get(planId)?.windows ?? [], { from, to });
  const entries: SpanEntry[] = [
    ...wide,
    ...meetings.filter(({ kind }) => kinds.has(kind)).map((entry) => ({ ...entry, planId })),
    ...ofWindows.map((entry) => ({ ...entry, planId })),
    ...records.entries,
  ];
  // A plan in which a partner may have nothing is not named to them.
  return { planName: seesAll ? planName : '', entries: entries.sort(inOrder), crowds: records.crowds };
}

function assertSpan(from: IsoDate, to: IsoDate): void {
  const problems = [...checkYear('from', from), ...checkYear('to', to)];
  if (problems.length > 0) throw invalid(problems);
  const days = daysBetween(from, to) + 1;
  if (days >= 1 && days <= MOST_DAYS) return;
  throw invalid([{ field: 'to', message: `Choose from one day to ${MOST_DAYS} days at once` }]);
}

/** By day; within a day as the kinds are listed, and then as each list came. */
function inOrder(one: CalendarEntry, other: CalendarEntry): number {
  if (one.date !== other.date) return one.date < other.date ? -1 : 1;
  return CALENDAR_KINDS.indexOf(one.kind) - CALENDAR_KINDS.indexOf(other.kind);
}
