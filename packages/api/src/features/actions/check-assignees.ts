import type { Tx } from '@gt/db';
import { canAssignTo, holds } from '@gt/domain/authz';
import { invalid, notAllowed } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';

type Assignees = {
  teamId: string | null;
  ownerPostId: string | null;
  ownerUserId: string | null;
  partnerTeamId: string | null;
  supportingTeamIds: readonly string[];
};

const NOBODY: Assignees = {
  teamId: null,
  ownerPostId: null,
  ownerUserId: null,
  partnerTeamId: null,
  supportingTeamIds: [],
};

/**
 * Checks those an action is given to: they are there and still at work, and the person may give work to them
 * (a manager within their own teams). What stays as it was is not asked again.
 */
export async function checkAssignees(
  tx: Tx,
  scope: Scope,
  to: Assignees,
  from: Assignees = NOBODY,
): Promise<void> {
  if (to.teamId !== from.teamId) {
    if (to.teamId !== null) await requireTeams(tx, 'teamId', [to.teamId]);
    requireRight(scope, { teamId: to.teamId });
  }
  if (to.ownerPostId !== null && to.ownerPostId !== from.ownerPostId) {
    await requirePost(tx, scope, to.ownerPostId);
  }
  if (to.ownerUserId !== null && to.ownerUserId !== from.ownerUserId) {
    await requirePerson(tx, scope, to.ownerUserId);
  }
  if (to.partnerTeamId !== null && to.partnerTeamId !== from.partnerTeamId) {
    await requireTeams(tx, 'partnerTeamId', [to.partnerTeamId]);
  }
  const added = to.supportingTeamIds.filter((teamId) => !from.supportingTeamIds.includes(teamId));
  if (added.length > 0) await requireTeams(tx, 'supportingTeamIds', added);
}

function requireRight(scope: Scope, target: { teamId: string | null }): void {
  const decision = canAssignTo(scope, target);
  if (!decision.ok) throw notAllowed(decision.reason);
}

async function requireTeams(tx: Tx, field: string, teamIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(teamIds)];
  const teams = await tx.team.findMany({
    where: { id: { in: wanted }, archivedAt: null },
    select: { kind: true },
  });
  if (teams.length < wanted.length) {
    throw invalid([{ field, message: 'This team is no longer in use. Choose another.' }]);
  }
  if (field === 'partnerTeamId' && teams.some((team) => team.kind !== 'PARTNER_AGENCY')) {
    throw invalid([
      { field, message: 'Choose a partner agency. Teams of the trust can be supporting teams.' },
    ]);
  }
}

async function requirePost(tx: Tx, scope: Scope, postId: string): Promise<void> {
  const post = await tx.post.findFirst({ where: { id: postId, archivedAt: null }, select: { teamId: true } });
  if (!post) {
    throw invalid([{ field: 'ownerPostId', message: 'This post is no longer in use. Choose another.' }]);
  }
  requireRight(scope, { teamId: post.teamId });
}

async function requirePerson(tx: Tx, scope: Scope, userId: string): Promise<void> {
  const person = await tx.user.findFirst({
    where: { id: userId, deactivatedAt: null },
    select: { roleGrants: { select: { role: true } } },
  });
  const roles = person?.roleGrants.map((grant) => grant.role) ?? [];
  if (!holds(roles, 'update.create')) {
    throw invalid([
      {
        field: 'ownerUserId',
        message: 'This person cannot own an action. Choose somebody who can update it.',
      },
    ]);
  }
  if (userId === scope.userId || scope.roles.includes('PROGRAMME_LEAD')) return;
  const shared = await tx.teamMembership.findFirst({
    where: { userId, teamId: { in: [...scope.teamIds] } },
    select: { teamId: true },
  });
  requireRight(scope, { teamId: shared?.teamId ?? null });
}
