import type { SetMemberInput, SetMemberOut, Standing } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { holds } from '@gt/domain/authz';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { toInstant } from '../../core/dates.ts';
import { invalid, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import { tell } from '../../core/tell.ts';

/**
 * Makes somebody a member of the plan's weekly review or board, its chair, who is told of it, or neither. A meeting has
 * one chair: a new one leaves the old a member. What is so already is no change. Throws INVALID for somebody who left, or whose roles
 * do not let them chair; CONFLICT when somebody else changed it since; NOT_FOUND.
 */
export async function setMember(ctx: Context, scope: Scope, input: SetMemberInput): Promise<SetMemberOut> {
  const { planId, meeting, userId, was, standing } = input;
  return inTransaction(ctx.db, async (tx) => {
    // The plan's row stands for the list: two who name a chair at once come one after the other.
    const [plan] = await tx.$queryRaw<{ version: number }[]>`
      SELECT "version" FROM "plan" WHERE "id" = ${planId} AND "deletedAt" IS NULL FOR UPDATE`;
    if (!plan) throw notFound('plan');
    const key = { planId, meeting, userId };
    const row = await tx.planMember.findUnique({
      where: { planId_userId_meeting: key },
      select: { isChair: true },
    });
    const now = standingOf(row);
    if (now === standing) return { userId, standing };
    if (now !== was) throw await staleWrite(tx, 'PLAN', planId, plan.version, { standing: now });
    if (standing !== 'NONE') await checkPerson(tx, userId, standing);
    await write(tx, scope, key, standing);
    if (standing === 'CHAIR') {
      const sourceId = `${planId}:${meeting}:${toInstant(scope.now)}`;
      await tell(tx, scope, { kind: 'MADE_CHAIR', planId, actionId: null, sourceId, userIds: [userId] });
    }
    await recordAudit(tx, scope, {
      action: 'plan.setMember',
      entityType: 'PLAN',
      entityId: planId,
      planId,
      before: { standing: toldOf(now) },
      after: { meeting, userId, standing: toldOf(standing) },
    });
    return { userId, standing };
  });
}

function standingOf(row: { isChair: boolean } | null): Standing {
  if (!row) return 'NONE';
  return row.isChair ? 'CHAIR' : 'MEMBER';
}

/** The history has no word for somebody who does not belong to it. */
const toldOf = (standing: Standing) => (standing === 'NONE' ? null : standing);

async function checkPerson(tx: Tx, userId: string, standing: Standing): Promise<void> {
  const person = await tx.user.findFirst({
    where: { id: userId, deactivatedAt: null },
    select: { name: true, roleGrants: { select: { role: true } } },
  });
  const refuse = (message: string) => invalid([{ field: 'userId', message }]);
  if (!person) throw refuse('This account is deactivated or not there any more. Choose somebody else.');
  const roles = person.roleGrants.map(({ role }) => role);
  if (standing === 'CHAIR' && !holds(roles, 'review.chair')) {
    throw refuse(
      `${person.name} cannot chair. A chair is a programme lead, a manager or a viewer: choose one, or ask an administrator for the role.`,
    );
  }
}

type Key = Pick<SetMemberInput, 'planId' | 'meeting' | 'userId'>;

async function write(tx: Tx, scope: Scope, key: Key, standing: Standing): Promise<void> {
  const isChair = standing === 'CHAIR';
  if (standing === 'NONE') {
    await tx.planMember.deleteMany({ where: key });
    return;
  }
  if (isChair) {
    const { planId, meeting } = key;
    await tx.planMember.updateMany({ where: { planId, meeting, isChair: true }, data: { isChair: false } });
  }
  await tx.planMember.upsert({
    where: { planId_userId_meeting: key },
    create: { ...key, isChair, addedAt: scope.now },
    update: { isChair },
    select: { userId: true },
  });
}
