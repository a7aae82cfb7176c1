import type { CalendarKind } from '@gt/contracts/words';
import { seesWholePlan } from '@gt/domain/authz';
import { addDays } from '@gt/domain/calendar';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import type { DayEvent } from '../notifications/calendar-text.ts';
import { dayEvent } from './day-event.ts';
import { loadWindows } from './load-windows.ts';
import { planWideDates } from './plan-wide-dates.ts';
import { recordDates } from './record-dates.ts';
import { windowEntries } from './window-entries.ts';

/** A feed reaches back a month, and ahead as far as windows usually lie. */
const BACK_DAYS = 31;
const AHEAD_DAYS = 3 * 366;
/** So many of a kind on one day; nobody has as many of their own. */
const MOST = 100;

const OF_RECORDS = new Set<CalendarKind>(['MILESTONE', 'ASK', 'SUSTAIN']);
const OF_PLANS = new Set<CalendarKind>(['CLOCK', 'GATE', 'VISIT', 'BOARD', 'OTHER_DATE']);

/**
 * What else belongs into somebody's feed besides due dates and meetings: milestones, evidence that is asked of them and
 * checks; and for those who read whole plans their visits, gates, windows and statutory days. Four statements.
 */
export async function myOtherDays(ctx: Context, scope: Scope): Promise<DayEvent[]> {
  const { publicUrl } = ctx.settings;
  const plans = await ctx.db.plan.findMany({
    where: { deletedAt: null },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  const planIds = plans.map(({ id }) => id);
  const span = { from: addDays(scope.today, -BACK_DAYS), to: addDays(scope.today, AHEAD_DAYS) };
  const mine = { planIds, ...span, scope: 'MINE', kinds: OF_RECORDS, most: MOST } as const;
  const [records, wide, windows] = await Promise.all([
    recordDates(ctx.db, scope, mine),
    planWideDates(ctx.db, scope, { planIds, ...span, kinds: OF_PLANS }),
    seesWholePlan(scope.roles) ? loadWindows(ctx.db, scope, planIds) : new Map(),
  ]);
  const ofWindows = planIds.flatMap((planId) =>
    windowEntries(windows.get(planId)?.windows ?? [], span).map((entry) => ({ ...entry, planId })),
  );
  return [...records.entries.filter(({ isDone }) => !isDone), ...wide, ...ofWindows].map((entry) =>
    dayEvent(entry, publicUrl),
  );
}
