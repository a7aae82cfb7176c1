import type { Tx } from '@gt/db';
import { fromIsoDate } from '../../core/dates.ts';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { tell } from '../../core/tell.ts';

/** A decision is given to a post that is still there. Throws INVALID beside the field. */
export async function assertOwnerPost(tx: Tx, ownerPostId: string | null): Promise<void> {
  if (ownerPostId === null) return;
  const post = await tx.post.findUnique({ where: { id: ownerPostId }, select: { id: true } });
  if (!post)
    throw invalid([{ field: 'ownerPostId', message: 'This post is not there any more. Choose another.' }]);
}

type Given = { id: string; planId: string; actionId: string | null; ownerPostId: string | null };

/** Whoever holds the post today is told what they were given, once for each decision and post. */
export async function tellOwner(
  tx: Tx,
  scope: Scope,
  { id, planId, actionId, ownerPostId }: Given,
): Promise<void> {
  if (ownerPostId === null) return;
  const today = fromIsoDate(scope.today);
  const holders = await tx.postHolding.findMany({
    where: {
      postId: ownerPostId,
      fromDate: { lte: today },
      OR: [{ toDate: null }, { toDate: { gte: today } }],
      user: { deactivatedAt: null },
    },
    select: { userId: true },
  });
  await tell(tx, scope, {
    kind: 'DECISION_GIVEN',
    planId,
    actionId,
    sourceId: `${id}:${ownerPostId}`,
    userIds: holders.map(({ userId }) => userId),
  });
}
