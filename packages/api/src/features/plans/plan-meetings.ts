import type { MeetingOut, MeetingsInput } from '@gt/contracts/schemas';
import { MEETING_KIND_LABELS } from '@gt/contracts/words';
import type { Db } from '@gt/db';
import { checkYear } from '@gt/domain/calendar';
import { type Meeting, meetingWords, movedWords } from '@gt/domain/review';
import { invalid, notFound } from '../../core/domain-error.ts';
import { meetingsBetween, RHYTHM_SELECT, type Rhythm, rhythmOf } from '../../core/rhythm.ts';
import type { Scope } from '../../core/scope.ts';

/** The reviews and boards of a plan in a span of days, in order. Throws NOT_FOUND. */
export async function listMeetings(db: Db, scope: Scope, input: MeetingsInput): Promise<MeetingOut[]> {
  const problems = (['from', 'to'] as const).flatMap((field) => checkYear(field, input[field]));
  if (problems.length > 0) throw invalid(problems);
  const rhythm = await readRhythm(db, scope, input.planId);
  return meetingsBetween(rhythm, input.from, input.to).map((meeting) => ({
    ...meeting,
    words: spoken(meeting, rhythm),
  }));
}

async function readRhythm(db: Db, _scope: Scope, planId: string): Promise<Rhythm> {
  const plan = await db.plan.findFirst({ where: { id: planId, deletedAt: null }, select: RHYTHM_SELECT });
  if (!plan) throw notFound('plan');
  return rhythmOf(plan);
}

function spoken(meeting: Meeting, rhythm: Rhythm): string {
  const time = meeting.kind === 'REVIEW' ? rhythm.reviewTime : rhythm.boardTime;
  const held = `${MEETING_KIND_LABELS[meeting.kind]} on ${meetingWords({ date: meeting.date, time })}`;
  const moved = movedWords(meeting);
  return moved ? `${held}, ${moved}` : held;
}
