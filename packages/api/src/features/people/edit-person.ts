import type { Role } from '@gt/contracts/words';
import { inTransaction, type Tx } from '@gt/db';
import { changedFields, recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, invalid, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';

type Input = { userId: string; version: number; name: string; roles: Role[]; teamIds: string[] };

/**
 * Changes how somebody is named, their roles and teams. The last active administrator keeps that role: throws RULE.
 */
export async function editPerson(ctx: Context, scope: Scope, input: Input): Promise<{ userId: string }> {
  return inTransaction(ctx.db, async (tx) => {
    const row = await tx.user.findUnique({
      where: { id: input.userId },
      select: { name: true, version: true, roleGrants: { select: { role: true } } },
    });
    if (!row) throw notFound('person');
    const memberships = await tx.teamMembership.findMany({
      where: { userId: input.userId },
      select: { teamId: true },
    });
    const before = {
      name: row.name,
      roles: row.roleGrants.map((grant) => grant.role).sort(),
      teamIds: memberships.map((membership) => membership.teamId).sort(),
    };
    await assertNewTeamsAreOpen(tx, before.teamIds, input.teamIds);
    const written = await tx.user.updateMany({
      where: { id: input.userId, version: input.version },
      data: { name: input.name, version: { increment: 1 } },
    });
    if (written.count === 0) throw await staleWrite(tx, 'USER', input.userId, row.version, before);
    const { userId } = input;
    await tx.roleGrant.deleteMany({ where: { userId } });
    await tx.roleGrant.createMany({ data: input.roles.map((role) => ({ userId, role })) });
    await tx.teamMembership.deleteMany({ where: { userId } });
    await tx.teamMembership.createMany({
      data: [...new Set(input.teamIds)].map((teamId) => ({ userId, teamId })),
    });
    await assertAnAdministratorRemains(tx);
    const after = {
      name: input.name,
      roles: [...input.roles].sort(),
      teamIds: [...new Set(input.teamIds)].sort(),
    };
    const changes = changedFields(before, after);
    await recordAudit(tx, scope, {
      action: 'person.edit',
      entityType: 'USER',
      entityId: userId,
      planId: null,
      ...changes,
    });
    return { userId };
  });
}

/** A team that was put away keeps its members, and takes no new ones. */
async function assertNewTeamsAreOpen(tx: Tx, before: string[], after: string[]): Promise<void> {
  const joined = [...new Set(after)].filter((teamId) => !before.includes(teamId));
  const open = await tx.team.count({ where: { id: { in: joined }, archivedAt: null } });
  if (open !== joined.length) {
    throw invalid([{ field: 'teamIds', message: 'One of the teams is not there any more. Choose again.' }]);
  }
}

/** Run after the change, inside its transaction: nobody locks everybody out. */
export async function assertAnAdministratorRemains(tx: Tx): Promise<void> {
  // The lock makes two administrators who demote each other at once take turns.
  await tx.$queryRaw`SELECT "id" FROM "installation" WHERE "id" = 1 FOR UPDATE`;
  const left = await tx.roleGrant.count({ where: { role: 'ADMINISTRATOR', user: { deactivatedAt: null } } });
  if (left === 0) {
    throw new DomainError(
      'RULE',
      'This is the last administrator. Make somebody else an administrator first.',
    );
  }
}
