import type { IsoDate } from '@gt/contracts/words';
import { inTransaction, type Tx } from '@gt/db';
import { addDays } from '@gt/domain/calendar';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate, toIsoDate } from '../../core/dates.ts';
import { invalid, notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';

type Input = { postId: string; version: number; userId: string | null; fromDate: IsoDate; note: string };

/**
 * Hands a post over from a day on, or leaves it vacant. The earlier holding ends the day before and is kept, so that
 * history names who held the post then. Throws INVALID for a day before the present holder began.
 */
export async function setPostHolder(ctx: Context, scope: Scope, input: Input): Promise<{ postId: string }> {
  return inTransaction(ctx.db, async (tx) => {
    const post = await tx.post.findUnique({ where: { id: input.postId }, select: { version: true } });
    if (!post) throw notFound('post');
    const written = await tx.post.updateMany({
      where: { id: input.postId, version: input.version },
      data: { version: { increment: 1 } },
    });
    if (written.count === 0) throw await staleWrite(tx, 'POST', input.postId, post.version, {});
    const previous = await endPresentHolding(tx, input);
    const name = input.userId ? await newHolder(tx, input, input.userId) : null;
    await recordAudit(tx, scope, {
      action: 'post.setHolder',
      entityType: 'POST',
      entityId: input.postId,
      planId: null,
      before: { holder: previous },
      after: { holder: name, fromDate: input.fromDate, note: input.note },
    });
    return { postId: input.postId };
  });
}

async function endPresentHolding(tx: Tx, input: Input): Promise<string | null> {
  const present = await tx.postHolding.findFirst({
    where: { postId: input.postId, OR: [{ toDate: null }, { toDate: { gte: fromIsoDate(input.fromDate) } }] },
    orderBy: { fromDate: 'desc' },
    select: { id: true, fromDate: true, user: { select: { name: true } } },
  });
  if (!present) return null;
  if (toIsoDate(present.fromDate) > input.fromDate) {
    const message = `${present.user.name} holds this post from a later day. Choose a day after that.`;
    throw invalid([{ field: 'fromDate', message }]);
  }
  if (toIsoDate(present.fromDate) === input.fromDate) {
    await tx.postHolding.delete({ where: { id: present.id }, select: { id: true } });
  } else {
    const toDate = fromIsoDate(addDays(input.fromDate, -1));
    await tx.postHolding.update({ where: { id: present.id }, data: { toDate }, select: { id: true } });
  }
  return present.user.name;
}

async function newHolder(tx: Tx, input: Input, userId: string): Promise<string> {
  const user = await tx.user.findFirst({
    where: { id: userId, deactivatedAt: null },
    select: { name: true },
  });
  if (!user) throw notFound('person');
  await tx.postHolding.create({
    data: {
      id: newId(),
      postId: input.postId,
      userId,
      fromDate: fromIsoDate(input.fromDate),
      note: input.note === '' ? null : input.note,
    },
    select: { id: true },
  });
  return user.name;
}
