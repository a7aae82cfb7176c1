import type {
  ComingMeetingOut,
  MeetingOut,
  MeetingPreviewOut,
  MeetingsInput,
  NextMeetingsOut,
  RhythmFacts,
} from '@gt/contracts/schemas';
import { MEETING_KIND_LABELS, type MeetingKind } from '@gt/contracts/words';
import type { Db } from '@gt/db';
import { checkYear } from '@gt/domain/calendar';
import { validateRhythm } from '@gt/domain/plan';
import { type Meeting, meetingWords, movedWords } from '@gt/domain/review';
import { calledOff } from '../../core/called-off.ts';
import { toInstant } from '../../core/dates.ts';
import { invalid, notFound } from '../../core/domain-error.ts';
import {
  type ComingMeeting,
  comingMeetings,
  meetingsBetween,
  RHYTHM_SELECT,
  type Rhythm,
  rhythmOf,
} from '../../core/rhythm.ts';
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

/** So many meetings in a row are looked at for one that was not called off. */
const LOOKED_AT = 10;

/**
 * The weekly review and the board that come next and were not called off, with by when updates are wanted. Throws
 * NOT_FOUND.
 */
export async function nextMeetings(db: Db, scope: Scope, planId: string): Promise<NextMeetingsOut> {
  const rhythm = await readRhythm(db, scope, planId);
  const off = await calledOff(db, [planId], scope.today);
  const next = (kind: MeetingKind) => {
    const coming = comingMeetings(rhythm, kind, scope.now, LOOKED_AT).find(
      (meeting) => !off.has(planId, meeting),
    );
    return coming ? comingOut(coming) : null;
  };
  return { review: next('REVIEW'), board: next('BOARD') };
}

/** So many of each kind a person sees of a rhythm before it is saved. */
const PREVIEWED = 3;

/** The next meetings that would follow from a rhythm. Throws INVALID. */
export async function previewMeetings(scope: Scope, rhythm: RhythmFacts): Promise<MeetingPreviewOut> {
  const problems = validateRhythm(rhythm);
  if (problems.length > 0) throw invalid(problems);
  return {
    reviews: comingMeetings(rhythm, 'REVIEW', scope.now, PREVIEWED).map(comingOut),
    boards: comingMeetings(rhythm, 'BOARD', scope.now, PREVIEWED).map(comingOut),
  };
}

async function readRhythm(db: Db, _scope: Scope, planId: string): Promise<Rhythm> {
  const plan = await db.plan.findFirst({ where: { id: planId, deletedAt: null }, select: RHYTHM_SELECT });
  if (!plan) throw notFound('plan');
  return rhythmOf(plan);
}

function comingOut(meeting: ComingMeeting): ComingMeetingOut {
  const { date, time, movedFrom, updatesDue } = meeting;
  return {
    date,
    time,
    movedFrom,
    words: meetingWords(meeting, updatesDue),
    moved: movedWords(meeting),
    updatesDue: updatesDue && { date: updatesDue.date, time: updatesDue.time, at: toInstant(updatesDue.at) },
  };
}

function spoken(meeting: Meeting, rhythm: Rhythm): string {
  const time = meeting.kind === 'REVIEW' ? rhythm.reviewTime : rhythm.boardTime;
  const held = `${MEETING_KIND_LABELS[meeting.kind]} on ${meetingWords({ date: meeting.date, time })}`;
  const moved = movedWords(meeting);
  return moved ? `${held}, ${moved}` : held;
}
