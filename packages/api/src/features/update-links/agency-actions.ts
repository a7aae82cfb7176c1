import type { Db, Tx } from '@gt/db';
import { actionReference, OPEN_STATUSES } from '@gt/domain/action';
import { linkReaches, type UpdateLinkRecord } from '@gt/domain/authz';
import { ACTION_ACCESS_SELECT, actionRecord } from '../../core/action-access.ts';

/** The live, open actions of a plan that agencies work on; the rule of `linkReaches` picks from these. */
export function openActionsOf(planId: string, teamIds: readonly string[]) {
  const theirs = { in: [...teamIds] };
  return {
    planId,
    deletedAt: null,
    status: { in: [...OPEN_STATUSES] },
    OR: [{ teamId: theirs }, { partnerTeamId: theirs }, { supporting: { some: { teamId: theirs } } }],
  };
}

/** Actions in the order of their references. */
export const BY_REFERENCE = [{ recommendation: { number: 'asc' } }, { number: 'asc' }] as const;

const OPEN_ACTION_SELECT = {
  ...ACTION_ACCESS_SELECT,
  recommendation: { select: { number: true } },
} as const;

/** The open actions of some agencies in a plan, in the order of their references. */
export function findOpenActions(db: Db | Tx, planId: string, teamIds: readonly string[]) {
  return db.action.findMany({
    where: openActionsOf(planId, teamIds),
    orderBy: [...BY_REFERENCE],
    select: OPEN_ACTION_SELECT,
  });
}

type OpenAction = Awaited<ReturnType<typeof findOpenActions>>[number];

/** References of those among the actions that a link reaches: "R3.A2". */
export function referencesReached(link: UpdateLinkRecord, actions: readonly OpenAction[]): string[] {
  return actions
    .filter((action) => linkReaches(link, actionRecord(action)))
    .map((action) => actionReference(action.recommendation.number, action.number));
}
