import type { IsoDate, MeetingKind, SnapshotAction } from '@gt/contracts/words';
import type { Db, Tx } from '@gt/db';
import { type AgendaEntry, agendaOf } from '@gt/domain/review';
import { LAST_REVIEW_SELECT, lastReviewIn } from '../../core/last-review.ts';
import type { Scope } from '../../core/scope.ts';
import { latestSnapshot } from '../snapshots/load-snapshot.ts';
import { loadAgendaFacts, type ReviewScope } from './agenda-facts.ts';
import type { Before } from './agenda-rows.ts';

type Of = ReviewScope & { id: string; meeting: MeetingKind };

export type Agenda = {
  entries: AgendaEntry[];
  /** How an action stood in the last snapshot; null when it was in none. */
  beforeOf(actionId: string | null): Before | null;
};

/**
 * The agenda of a review as things stand, with what was carried over or added by hand. The same number of statements
 * however large the plan.
 */
export async function agendaOfReview(db: Db | Tx, scope: Scope, review: Of): Promise<Agenda> {
  const snapshot = await latestSnapshot(db, scope, review.planId);
  const before = new Map(snapshot?.content.actions.map((action) => [action.id, action]));
  const plan = await db.plan.findUniqueOrThrow({
    where: { id: review.planId },
    select: { dueSoonDays: true, ...LAST_REVIEW_SELECT },
  });
  const { dueSoonDays, ...reviewed } = plan;
  const since = (await lastOfScope(db, review)) ?? lastReviewIn(reviewed, scope.now);
  const addedIds = await keptByHand(db, review.id);
  const facts = await loadAgendaFacts(db, scope, review, {
    since,
    addedIds,
    ragsBefore: new Map([...before].map(([id, { rag }]) => [id, rag])),
  });
  const decisions = await loadOpenDecisions(db, review);
  return {
    entries: agendaOf(decisions, facts, { today: scope.today, dueSoonDays }),
    beforeOf(actionId) {
      const action = actionId === null ? undefined : before.get(actionId);
      return snapshot && action ? beforeIn(action, snapshot.asAt) : null;
    },
  };
}

function beforeIn(action: SnapshotAction, asAt: IsoDate): Before {
  return {
    asAt,
    rag: action.rag,
    calculatedRag: action.calculatedRag,
    status: action.status,
    dueDate: action.dueDate,
    percentComplete: action.percentComplete,
    milestonesDone: action.milestones.done,
    acceptedEvidence: action.acceptedEvidence,
  };
}

/** When the last review of the same scope was frozen. */
async function lastOfScope(db: Db | Tx, review: Of): Promise<Date | null> {
  const { planId, meeting, recommendationId, teamId } = review;
  const last = await db.review.findFirst({
    where: { planId, meeting, recommendationId, teamId, state: 'FROZEN' },
    orderBy: { frozenAt: 'desc' },
    select: { frozenAt: true },
  });
  return last?.frozenAt ?? null;
}

/** Before it is open, a review keeps only what was carried over or put on its agenda by hand. */
async function keptByHand(db: Db | Tx, reviewId: string): Promise<string[]> {
  const rows = await db.reviewItem.findMany({
    where: { reviewId, actionId: { not: null } },
    select: { actionId: true },
  });
  return rows.flatMap(({ actionId }) => actionId ?? []);
}

/** Decisions of earlier reviews of the same scope that are still open: carried from review to review till they are not. */
function loadOpenDecisions(db: Db | Tx, { planId, meeting, recommendationId, teamId }: Of) {
  return db.$queryRaw<{ id: string; reviewNumber: number; number: number; dueDate: IsoDate | null }[]>`
    SELECT d."id", r."number" AS "reviewNumber", d."number", d."dueDate"::text
    FROM "review_decision" d JOIN "review" r ON r."id" = d."reviewId"
    WHERE d."planId" = ${planId} AND d."state" = 'OPEN' AND r."state" = 'FROZEN'
      AND r."meeting" = ${meeting}::"MeetingKind" AND r."recommendationId" IS NOT DISTINCT FROM ${recommendationId}
      AND r."teamId" IS NOT DISTINCT FROM ${teamId}`;
}
