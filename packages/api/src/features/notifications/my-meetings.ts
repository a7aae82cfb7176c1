import { MEETING_KIND_LABELS } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { addDays } from '@gt/domain/calendar';
import { type Meeting, meetingWords, updatesDue } from '@gt/domain/review';
import { calledOff } from '../../core/called-off.ts';
import type { Context } from '../../core/context.ts';
import { meetingsBetween, RHYTHM_SELECT, type Rhythm, rhythmOf } from '../../core/rhythm.ts';
import type { Scope } from '../../core/scope.ts';
import type { MeetingEvent } from './calendar-text.ts';

const AHEAD_DAYS = 26 * 7;
/** How long a board takes is not set anywhere; so much is kept free. */
const BOARD_MINUTES = 120;

/** The reviews and boards that a person belongs to, from today on for half a year, but for those called off. */
export async function myMeetings(ctx: Context, scope: Scope): Promise<MeetingEvent[]> {
  const plans = await ctx.db.plan.findMany({
    where: { deletedAt: null, members: { some: { userId: scope.userId } } },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      reviewMinutes: true,
      ...RHYTHM_SELECT,
      members: { where: { userId: scope.userId }, select: { meeting: true } },
    },
  });
  const off = await calledOff(
    ctx.db,
    plans.map(({ id }) => id),
    scope.today,
  );
  const mayOpen = holds(scope.roles, 'review.read');
  return plans.flatMap(({ id: planId, reviewMinutes, members, ...row }) => {
    const rhythm = rhythmOf(row);
    const address = mayOpen ? `${ctx.settings.publicUrl}/plans/${planId}/reviews` : null;
    return meetingsBetween(rhythm, scope.today, addDays(scope.today, AHEAD_DAYS))
      .filter((meeting) => members.some(({ meeting: kind }) => kind === meeting.kind))
      .filter((meeting) => !off.has(planId, meeting))
      .map((meeting) => ({ ...eventOf(planId, rhythm, meeting, reviewMinutes), address }));
  });
}

function eventOf(
  planId: string,
  rhythm: Rhythm,
  { kind, date, movedFrom }: Meeting,
  reviewMinutes: number,
): Omit<MeetingEvent, 'address'> {
  const isReview = kind === 'REVIEW';
  return {
    // By the day it was planned for: one that moves stays the same entry in a calendar.
    id: `${kind.toLowerCase()}-${planId}-${movedFrom ?? date}`,
    summary: MEETING_KIND_LABELS[kind],
    date,
    time: isReview ? rhythm.reviewTime : rhythm.boardTime,
    minutes: isReview ? reviewMinutes : BOARD_MINUTES,
    note: isReview ? `Updates by ${meetingWords(updatesDue({ date }, rhythm))}` : '',
  };
}
