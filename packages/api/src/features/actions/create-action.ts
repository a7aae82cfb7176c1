import type { ActionCreateInput, ActionRef } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { actionReference, validateAction } from '@gt/domain/action';
import { acceptanceAfter } from '@gt/domain/assignment';
import { canOnAction } from '@gt/domain/authz';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDateOrNull } from '../../core/dates.ts';
import { DomainError, invalid, notAllowed, notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { tellAll } from '../../core/tell.ts';
import { liveReview, lockReviewForAction } from '../reviews/review-access.ts';
import { type Assigned, assigneeIds, checkAssignees, GIVEN_TO_NOBODY } from './check-assignees.ts';
import { loadAssignees } from './load-assignees.ts';
import { takeActionNumber } from './take-action-number.ts';
import { tellingsOfAssignment } from './tellings-of-assignment.ts';
import { firstMilestoneProblems, writeFirstMilestones } from './write-first-milestones.ts';

/** Writes more of a new action in the same transaction: what it is a copy of. */
export type Beside = (tx: Tx, action: { id: string; planId: string }) => Promise<void>;

/**
 * Adds an action under a recommendation and gives it the next number there. Its first due date is its original one.
 * The same intent twice gives the same action.
 */
export async function createAction(
  ctx: Context,
  scope: Scope,
  input: ActionCreateInput,
  beside: Beside = async () => {},
): Promise<ActionRef> {
  const problems = [...validateAction(input), ...firstMilestoneProblems(scope, input.milestones ?? [])];
  if (problems.length > 0) throw invalid(problems);
  const { idempotencyKey, supportingTeamIds, recommendationId, milestones = [], reviewId, ...facts } = input;
  const decision = canOnAction(scope, 'action.create', { ...facts, supportingTeamIds });
  if (!decision.ok) throw notAllowed(decision.reason);
  return inTransaction(ctx.db, async (tx) => {
    const id = newId();
    const earlier = await claimOnce(tx, scope, {
      key: idempotencyKey,
      operation: 'action.create',
      entityId: id,
    });
    if (earlier) return findRef(tx, earlier);
    const madeIn = reviewId === undefined ? null : await lockReviewForAction(tx, scope, reviewId);
    const { planId, recommendationNumber, number } = await takeActionNumber(tx, recommendationId);
    if (madeIn !== null && madeIn.planId !== planId) throw notFound('recommendation');
    const to: Assigned = { ...facts, supportingTeamIds, alsoServesIds: [] };
    const given = await giveFirst(tx, scope, { id, planId, recommendationId }, to);
    await tx.action.create({
      data: {
        id,
        planId,
        recommendationId,
        number,
        ...facts,
        startDate: fromIsoDateOrNull(facts.startDate),
        dueDate: fromIsoDateOrNull(facts.dueDate),
        originalDueDate: fromIsoDateOrNull(facts.dueDate),
        ...given.columns,
        madeInReviewId: madeIn?.id ?? null,
        statusChangedAt: scope.now,
        createdById: scope.userId,
        createdAt: scope.now,
        changedById: scope.userId,
        changedAt: scope.now,
      },
      select: { id: true },
    });
    const supporting = [...new Set(supportingTeamIds)].map((teamId) => ({ actionId: id, teamId }));
    if (supporting.length > 0) await tx.supportingTeam.createMany({ data: supporting });
    await writeFirstMilestones(tx, scope, id, milestones);
    const { acceptance } = given.columns;
    const titles =
      milestones.length > 0 ? { milestones: milestones.map(({ title }) => title).join('; ') } : {};
    await recordAudit(tx, scope, {
      action: 'action.create',
      entityType: 'ACTION',
      entityId: id,
      planId,
      after: {
        recommendationId,
        number,
        ...facts,
        supportingTeamIds,
        acceptance,
        ...titles,
        ...madeInOf(madeIn),
      },
    });
    if (madeIn) await liveReview(tx, scope, madeIn);
    await tellAll(tx, scope, given.tellings);
    await beside(tx, { id, planId });
    return { id, reference: actionReference(recommendationNumber, number), version: 1 };
  });
}

const madeInOf = (review: { id: string } | null) => (review ? { reviewId: review.id } : {});

/** Checks those a new action is given to; whether the team has taken it on with that, and who is told. */
async function giveFirst(
  tx: Tx,
  scope: Scope,
  action: { id: string; planId: string; recommendationId: string },
  to: Assigned,
) {
  const from = GIVEN_TO_NOBODY;
  const among = await loadAssignees(tx, scope, assigneeIds([to]));
  checkAssignees({ scope, of: action, from, to, among });
  const offer = {
    from: { teamId: null, acceptance: 'NONE' as const },
    teamId: to.teamId,
    ownerChanges: true,
  };
  const acceptance = acceptanceAfter(scope, offer);
  const isNobodys = acceptance === 'NONE';
  const { id, planId } = action;
  const told = tellingsOfAssignment(
    { id, version: 0, acceptanceById: null },
    { from, to, among, acceptance },
  );
  return {
    columns: {
      acceptance,
      acceptanceById: isNobodys ? null : scope.userId,
      acceptanceAt: isNobodys ? null : scope.now,
    },
    tellings: told.map((telling) => ({ ...telling, planId, actionId: id })),
  };
}

async function findRef(tx: Tx, id: string): Promise<ActionRef> {
  const row = await tx.action.findUnique({
    where: { id },
    select: { number: true, version: true, recommendation: { select: { number: true } } },
  });
  if (!row)
    throw new DomainError('RULE', 'This was sent before as something else. Reload the page and try again.');
  return { id, reference: actionReference(row.recommendation.number, row.number), version: row.version };
}
