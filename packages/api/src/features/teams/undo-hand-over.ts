import type { UndoHandOverInput, UndoHandOverOut } from '@gt/contracts/schemas';
import { formatDate } from '@gt/contracts/words';
import { inTransaction, type Tx } from '@gt/db';
import { addDays } from '@gt/domain/calendar';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate, fromIsoDateOrNull } from '../../core/dates.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { keepWrites } from '../actions/planned-write.ts';
import { lockManyForWrite } from '../actions/write-action.ts';
import { type HandOverRecord, lastHandOver } from './last-hand-over.ts';
import { planNewOwner } from './plan-new-owner.ts';

const WHY = 'The hand-over was taken back.';

/**
 * Takes a hand-over back, until the last day of the one who was to leave. What has changed hands again since stays
 * as it is, and is named in the answer. Throws RULE when it is too late, or taken back already.
 */
export async function undoHandOver(
  ctx: Context,
  scope: Scope,
  input: UndoHandOverInput,
): Promise<UndoHandOverOut> {
  return inTransaction(ctx.db, async (tx) => {
    const made = await lastHandOver(tx, input.userId);
    if (!made || String(made.eventId) !== input.eventId) {
      throw new DomainError(
        'RULE',
        'This hand-over was taken back, or another was made since. Reload the page.',
      );
    }
    if (made.lastDay < scope.today) {
      const last = formatDate(made.lastDay);
      throw new DomainError(
        'RULE',
        `The last day was ${last}, so the posts have changed hands. Hand them over anew.`,
      );
    }
    const kept = await takePostsBack(tx, input.userId, made);
    kept.push(...(await takeActionsBack(tx, scope, input.userId, made)));
    await takeRestBack(tx, input.userId, made);
    await recordAudit(tx, scope, {
      action: 'person.undoHandOver',
      entityType: 'USER',
      entityId: input.userId,
      planId: null,
      after: { lastDay: made.lastDay, kept },
    });
    return { kept };
  });
}

async function takePostsBack(tx: Tx, userId: string, { posts, lastDay }: HandOverRecord): Promise<string[]> {
  const kept: string[] = [];
  for (const { postId, title, successorId, until } of posts) {
    const next = await tx.postHolding.findFirst({
      where: { postId, fromDate: { gt: fromIsoDate(lastDay) } },
      orderBy: { fromDate: 'desc' },
      select: { id: true, userId: true, fromDate: true, toDate: true },
    });
    const isAsLeft =
      successorId === null
        ? next === null
        : next?.userId === successorId &&
          next.toDate === null &&
          next.fromDate.getTime() === fromIsoDate(addDays(lastDay, 1)).getTime();
    const leaver = await tx.postHolding.findFirst({
      where: { postId, userId, toDate: fromIsoDate(lastDay) },
      select: { id: true },
    });
    if (!isAsLeft || !leaver) {
      kept.push(`${title} has changed hands again`);
      continue;
    }
    if (next) await tx.postHolding.delete({ where: { id: next.id }, select: { id: true } });
    await tx.postHolding.update({
      where: { id: leaver.id },
      data: { toDate: fromIsoDateOrNull(until) },
      select: { id: true },
    });
    await tx.post.update({
      where: { id: postId },
      data: { version: { increment: 1 } },
      select: { id: true },
    });
  }
  return kept;
}

async function takeActionsBack(
  tx: Tx,
  scope: Scope,
  userId: string,
  { actionIds, ownedActionsTo }: HandOverRecord,
): Promise<string[]> {
  const rows = await lockManyForWrite(tx, actionIds);
  const back = rows.filter((row) => row.ownerUserId === ownedActionsTo);
  await keepWrites(
    tx,
    scope,
    back.map((row) => ({ ...planNewOwner(row, userId, WHY), tellings: [] })),
  );
  const others = actionIds.length - back.length;
  return others > 0 ? [`${others} of the actions have changed hands again`] : [];
}

async function takeRestBack(tx: Tx, userId: string, made: HandOverRecord): Promise<void> {
  if (made.sharedViewsTo !== null) {
    await tx.savedView.updateMany({
      where: { id: { in: made.viewIds }, ownerId: made.sharedViewsTo },
      data: { ownerId: userId, version: { increment: 1 } },
    });
  }
  if (made.followsTo !== null) {
    await tx.actionFollow.deleteMany({
      where: { userId: made.followsTo, actionId: { in: made.followedIds } },
    });
  }
  // What nobody has read yet is no longer true.
  const sourceIds = made.posts.map(({ postId }) => `handover:${postId}:${made.lastDay}`);
  await tx.notification.deleteMany({ where: { kind: 'HANDED_OVER', sourceId: { in: sourceIds } } });
  if (made.joined.length > 0) await tx.teamMembership.deleteMany({ where: { OR: made.joined } });
}
