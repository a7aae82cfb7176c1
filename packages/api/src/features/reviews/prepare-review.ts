import type { ReviewPrepareInput } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import type { Context } from '../../core/context.ts';
import { fromIsoDate } from '../../core/dates.ts';
import { invalid, notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import { comingMeetings, meetingsBetween, RHYTHM_SELECT, type Rhythm, rhythmOf } from '../../core/rhythm.ts';
import type { Scope } from '../../core/scope.ts';
import { assertComing } from './assert-coming.ts';
import { type Coming, plannedDay } from './coming-review.ts';
import { insertReview, type ReviewToInsert } from './insert-review.ts';
import { assertRuns } from './review-access.ts';

type Written = { id: string; version: number };

/**
 * Prepares a review of the whole plan, of one recommendation or of one team: on a day that is named, or on the next of
 * the plan's rhythm. One of the same scope that is prepared for that day already is the answer. The same intent twice
 * gives the same review. Throws NOT_ALLOWED, NOT_FOUND, and INVALID for a day that is past or missing.
 */
export async function prepareReview(ctx: Context, scope: Scope, input: ReviewPrepareInput): Promise<Written> {
  assertRuns(scope, input);
  return inTransaction(ctx.db, async (tx) => {
    await tx.$queryRaw`SELECT 1 AS "held" FROM "plan" WHERE "id" = ${input.planId} FOR NO KEY UPDATE`;
    await assertScope(tx, input);
    const toInsert = { ...(await dayOf(tx, scope, input)), ...scopeOf(input), id: newId() };
    const there = await findSame(tx, toInsert);
    const intent = { key: input.idempotencyKey, operation: 'review.prepare' };
    const earlier = await claimOnce(tx, scope, { ...intent, entityId: there?.id ?? toInsert.id });
    if (earlier) return findWritten(tx, earlier);
    return there ?? insertReview(tx, scope, toInsert);
  });
}

function scopeOf({ planId, meeting, recommendationId, teamId }: ReviewPrepareInput) {
  return { planId, meeting, recommendationId, teamId };
}

async function findWritten(tx: Tx, id: string): Promise<Written> {
  const row = await tx.review.findUnique({ where: { id }, select: { id: true, version: true } });
  if (!row) throw notFound('review');
  return row;
}

async function assertScope(tx: Tx, { planId, recommendationId, teamId }: ReviewPrepareInput): Promise<void> {
  if (recommendationId !== null && teamId !== null) {
    const message = 'A review is of one recommendation or of one team, not of both. Choose one.';
    throw invalid([{ field: 'teamId', message }]);
  }
  if (recommendationId !== null) {
    const found = await tx.recommendation.count({ where: { id: recommendationId, planId, deletedAt: null } });
    if (found === 0) throw notFound('recommendation');
  }
  if (teamId !== null && (await tx.team.count({ where: { id: teamId } })) === 0) throw notFound('team');
}

type Day = Pick<ReviewToInsert, 'heldOn' | 'movedFrom' | 'plannedFor' | 'startTime'>;

async function dayOf(tx: Tx, scope: Scope, input: ReviewPrepareInput): Promise<Day> {
  const plan = await tx.plan.findFirst({
    where: { id: input.planId, deletedAt: null },
    select: RHYTHM_SELECT,
  });
  if (!plan) throw notFound('plan');
  const rhythm = rhythmOf(plan);
  if (input.heldOn === undefined) return nextOfRhythm(tx, scope, input, rhythm);
  assertComing(scope, input.heldOn);
  const startTime = input.startTime ?? timeOf(input, rhythm);
  const [planned] = meetingsBetween(rhythm, input.heldOn, input.heldOn).filter(
    ({ kind }) => kind === input.meeting,
  );
  return planned
    ? inRhythm(tx, input, { ...planned, time: startTime })
    : { heldOn: input.heldOn, movedFrom: null, plannedFor: null, startTime };
}

const timeOf = ({ meeting }: ReviewPrepareInput, { reviewTime, boardTime }: Rhythm) =>
  meeting === 'REVIEW' ? reviewTime : boardTime;

async function nextOfRhythm(tx: Tx, scope: Scope, input: ReviewPrepareInput, rhythm: Rhythm): Promise<Day> {
  const [next] = comingMeetings(rhythm, input.meeting, scope.now, 1);
  if (!next) {
    const message = 'This plan has no day for its meetings yet. Enter the day of this one.';
    throw invalid([{ field: 'heldOn', message }]);
  }
  return inRhythm(tx, input, { ...next, time: input.startTime ?? next.time });
}

/** The days of the rhythm stand for the whole plan's meetings; another review is held beside one. */
async function inRhythm(tx: Tx, input: ReviewPrepareInput, coming: Coming): Promise<Day> {
  const { planId, meeting, recommendationId, teamId } = input;
  const day = plannedDay(coming);
  const isWhole = recommendationId === null && teamId === null;
  const isTaken =
    isWhole && (await tx.review.count({ where: { planId, meeting, plannedFor: fromIsoDate(day) } })) > 0;
  return {
    heldOn: coming.date,
    movedFrom: coming.movedFrom,
    plannedFor: isWhole && !isTaken ? day : null,
    startTime: coming.time,
  };
}

async function findSame(tx: Tx, of: ReviewToInsert): Promise<Written | null> {
  const { planId, meeting, recommendationId, teamId, heldOn } = of;
  return tx.review.findFirst({
    where: {
      planId,
      meeting,
      recommendationId,
      teamId,
      heldOn: fromIsoDate(heldOn),
      state: { in: ['PREPARED', 'OPEN'] },
    },
    select: { id: true, version: true },
  });
}
