import type { IsoDate } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { addDays } from '@gt/domain/calendar';
import { fromIsoDate, toIsoDate } from '../../core/dates.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';

export type HandOver = { postId: string; userId: string | null; fromDate: IsoDate; note: string };

/**
 * Ends the present holding the day before, and begins the next one; the earlier holding is kept, so that history
 * names who held the post then. Answers both names. Runs in the caller's transaction. Throws INVALID for a day before
 * the present holder began or for the person who holds the post already, RULE for leaving an empty post empty.
 */
export async function handOverPost(
  tx: Tx,
  input: HandOver,
): Promise<{ previous: string | null; next: string | null }> {
  const from = fromIsoDate(input.fromDate);
  const present = await tx.postHolding.findFirst({
    where: { postId: input.postId, OR: [{ toDate: null }, { toDate: { gte: from } }] },
    orderBy: { fromDate: 'desc' },
    select: { id: true, userId: true, fromDate: true, toDate: true, user: { select: { name: true } } },
  });
  if (!present && !input.userId)
    throw new DomainError('RULE', 'Nobody holds this post: it is vacant already.');
  if (present) {
    const name = present.user.name;
    if (present.userId === input.userId && present.toDate === null) {
      throw invalid([{ field: 'userId', message: `${name} holds this post already. Choose somebody else.` }]);
    }
    if (toIsoDate(present.fromDate) > input.fromDate) {
      const message = `${name} holds this post from a later day. Choose a day after that.`;
      throw invalid([{ field: 'fromDate', message }]);
    }
    await endHolding(tx, present, input.fromDate);
  }
  const next = input.userId ? await beginHolding(tx, input, input.userId) : null;
  return { previous: present?.user.name ?? null, next };
}

/** A holding that began on the very day of the hand-over never was: it goes, and the audit keeps that it stood. */
async function endHolding(tx: Tx, present: { id: string; fromDate: Date }, fromDate: IsoDate): Promise<void> {
  if (toIsoDate(present.fromDate) === fromDate) {
    await tx.postHolding.delete({ where: { id: present.id }, select: { id: true } });
    return;
  }
  const toDate = fromIsoDate(addDays(fromDate, -1));
  await tx.postHolding.update({ where: { id: present.id }, data: { toDate }, select: { id: true } });
}

async function beginHolding(tx: Tx, input: HandOver, userId: string): Promise<string> {
  const user = await tx.user.findFirst({
    where: { id: userId, deactivatedAt: null },
    select: { name: true },
  });
  if (!user) {
    const message = 'This account is deactivated or not there any more. Choose somebody else.';
    throw invalid([{ field: 'userId', message }]);
  }
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
