import type { ActionDuplicateInput, ActionRef } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { copyMilestones } from '@gt/domain/planning';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { loadSourceAction } from '../../core/load-source-action.ts';
import type { Scope } from '../../core/scope.ts';
import { createAction } from '../actions/create-action.ts';

/**
 * Makes an action of another: always what will be done and how urgent it is, and what else is chosen. Milestones
 * are open again and as far from the new due date as from the old one. Updates, evidence and ratings are never
 * copied: they tell of the other action. The same intent twice gives the same action.
 */
export async function duplicateAction(
  ctx: Context,
  scope: Scope,
  input: ActionDuplicateInput,
): Promise<ActionRef> {
  const { copy, dueDate, title, recommendationId, idempotencyKey } = input;
  const source = await inTransaction(ctx.db, (tx) => loadSource(tx, scope, input.actionId));
  const isLead = scope.roles.includes('PROGRAMME_LEAD');
  const milestones = copy.milestones
    ? copyMilestones(source.milestones, { from: source.dueDate, to: dueDate }).map((item) => ({
        title: item.title,
        dueDate: item.dueDate,
      }))
    : [];
  const copied = copy.assignment ? source.assignment : NOBODY;
  return createAction(
    ctx,
    scope,
    {
      recommendationId,
      title,
      detail: source.detail,
      successMeasure: copy.successMeasure ? source.successMeasure : '',
      priority: source.priority,
      startDate: null,
      dueDate,
      milestones,
      ...copied,
      // A manager adds actions to their own teams only, whoever does them there.
      teamId: isLead ? copied.teamId : source.assignment.teamId,
      idempotencyKey,
    },
    async (tx, action) => {
      await recordAudit(tx, scope, {
        action: 'action.duplicate',
        entityType: 'ACTION',
        entityId: action.id,
        planId: action.planId,
        after: { copiedFrom: source.reference },
      });
    },
  );
}

const NOBODY = {
  teamId: null,
  ownerPostId: null,
  ownerUserId: null,
  leadPostId: null,
  partnerTeamId: null,
  supportingTeamIds: [],
};

async function loadSource(tx: Tx, scope: Scope, actionId: string) {
  const row = await loadSourceAction(tx, scope, actionId, 'copy');
  const { teamId, ownerPostId, ownerUserId, leadPostId, partnerTeamId, supporting } = row;
  const supportingTeamIds = supporting.map((item) => item.teamId);
  return {
    ...row,
    reference: actionReference(row.recommendation.number, row.number),
    assignment: { teamId, ownerPostId, ownerUserId, leadPostId, partnerTeamId, supportingTeamIds },
  };
}
