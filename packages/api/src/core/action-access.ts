import { type ActionRecord, canOnAction, type Permission } from '@gt/domain/authz';
import { notAllowed, notFound } from './domain-error.ts';
import type { Scope } from './scope.ts';

/** What the record rules need, and the version a write must carry. */
export const ACTION_ACCESS_SELECT = {
  id: true,
  planId: true,
  recommendationId: true,
  number: true,
  version: true,
  teamId: true,
  partnerTeamId: true,
  ownerPostId: true,
  ownerUserId: true,
  supporting: { select: { teamId: true } },
} as const;

export function actionRecord(row: {
  teamId: string | null;
  partnerTeamId: string | null;
  ownerPostId: string | null;
  ownerUserId: string | null;
  supporting: { teamId: string }[];
}): ActionRecord {
  return { ...row, supportingTeamIds: row.supporting.map((item) => item.teamId) };
}

/** Throws NOT_FOUND for a record the person may not even see, NOT_ALLOWED (with why) for one they may. */
export function assertOnAction(scope: Scope, permission: Permission, record: ActionRecord): void {
  if (!canOnAction(scope, 'action.read', record).ok) throw notFound('action');
  const decision = canOnAction(scope, permission, record);
  if (!decision.ok) throw notAllowed(decision.reason);
}

/**
 * The `where` of every list of actions: live ones, and for those who do not see the whole plan only their own.
 * Parity with `canOnAction(scope, 'action.read', …)` is held by a test.
 */
export function visibleActions(scope: Scope, seesAll: boolean) {
  if (seesAll) return { deletedAt: null };
  const teamIds = [...scope.teamIds];
  return {
    deletedAt: null,
    OR: [
      { ownerUserId: scope.userId },
      { ownerPostId: { in: [...scope.postIds] } },
      { partnerTeamId: { in: teamIds } },
      { teamId: { in: teamIds } },
      { supporting: { some: { teamId: { in: teamIds } } } },
    ],
  };
}
