import type { Tx } from '@gt/db';
import { comingMeetings, RHYTHM_SELECT, rhythmOf } from '../../core/rhythm.ts';
import type { Scope } from '../../core/scope.ts';
import { prepareComing } from './coming-review.ts';
import { carryParked, insertReview } from './insert-review.ts';
import type { ReviewForWrite } from './review-access.ts';

/**
 * The review after one that is just being frozen, with what was parked in it: of the whole plan the next of the
 * rhythm; of a recommendation or a team the one that is prepared already or, where something is left to look at, one
 * beside the next weekly review. Null when there is none.
 */
export async function prepareNext(tx: Tx, scope: Scope, frozen: ReviewForWrite): Promise<string | null> {
  const isWhole = frozen.recommendationId === null && frozen.teamId === null;
  const nextId = isWhole ? await nextOfPlan(tx, scope, frozen) : await nextOfScope(tx, scope, frozen);
  if (nextId === null) return null;
  // It may have been prepared before there was anything to carry.
  await carryParked(tx, frozen.id, nextId);
  await tx.review.updateMany({
    where: { id: nextId, state: 'PREPARED' },
    data: { carriedFromId: frozen.id },
  });
  return nextId;
}

async function nextOfPlan(tx: Tx, scope: Scope, { planId, meeting }: ReviewForWrite): Promise<string | null> {
  const plan = await tx.plan.findUniqueOrThrow({ where: { id: planId }, select: RHYTHM_SELECT });
  const ofRhythm = await prepareComing(tx, scope, { id: planId, rhythm: rhythmOf(plan) }, meeting);
  return ofRhythm ?? preparedId(tx, { planId, meeting, recommendationId: null, teamId: null });
}

async function nextOfScope(tx: Tx, scope: Scope, frozen: ReviewForWrite): Promise<string | null> {
  const { planId, meeting, recommendationId, teamId } = frozen;
  const of = { planId, meeting, recommendationId, teamId };
  const there = await preparedId(tx, of);
  if (there !== null || !(await isSomethingLeft(tx, of))) return there;
  const plan = await tx.plan.findUniqueOrThrow({ where: { id: planId }, select: RHYTHM_SELECT });
  const next = comingMeetings(rhythmOf(plan), meeting, scope.now, 2).find(({ date }) => date > scope.today);
  if (!next) return null;
  const { id } = await insertReview(tx, scope, {
    ...of,
    heldOn: next.date,
    movedFrom: next.movedFrom,
    plannedFor: null,
    startTime: frozen.startTime,
  });
  return id;
}

type Of = Pick<ReviewForWrite, 'planId' | 'meeting' | 'recommendationId' | 'teamId'>;

async function preparedId(tx: Tx, of: Of): Promise<string | null> {
  const found = await tx.review.findFirst({
    where: { ...of, state: 'PREPARED' },
    orderBy: [{ heldOn: 'asc' }, { number: 'asc' }],
    select: { id: true },
  });
  return found?.id ?? null;
}

/** A decision that is still open, or something that was parked. */
async function isSomethingLeft(tx: Tx, of: Of): Promise<boolean> {
  const review = { ...of, state: 'FROZEN' as const };
  const open = await tx.reviewDecision.count({ where: { state: 'OPEN', review } });
  if (open > 0) return true;
  const last = await tx.review.findFirst({
    where: review,
    orderBy: { frozenAt: 'desc' },
    select: { items: { where: { state: 'PARKED' }, select: { id: true }, take: 1 } },
  });
  return (last?.items.length ?? 0) > 0;
}
