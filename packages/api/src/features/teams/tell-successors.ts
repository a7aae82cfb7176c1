import type { Tx } from '@gt/db';
import type { Scope } from '../../core/scope.ts';
import { tellAll } from '../../core/tell.ts';
import type { HandOverRecord } from './last-hand-over.ts';

/** Whoever takes over a post is told, once for each, in the plan where the post has most to do. */
export async function tellSuccessors(
  tx: Tx,
  scope: Scope,
  { posts, lastDay }: HandOverRecord,
): Promise<void> {
  const taken = posts.flatMap(({ postId, successorId }) =>
    successorId === null ? [] : [{ postId, successorId }],
  );
  if (taken.length === 0) return;
  const plans = await tx.$queryRaw<{ postId: string; planId: string }[]>`
    SELECT DISTINCT ON (p."id") p."id" AS "postId", pl."id" AS "planId"
    FROM "post" p CROSS JOIN "plan" pl
    LEFT JOIN LATERAL (SELECT count(*) AS "open" FROM "action" a
      WHERE a."planId" = pl."id" AND a."ownerPostId" = p."id" AND a."deletedAt" IS NULL
        AND a."status" NOT IN ('CLOSED', 'CANCELLED')) w ON true
    WHERE p."id" = ANY(${taken.map(({ postId }) => postId)}::text[]) AND pl."deletedAt" IS NULL
    ORDER BY p."id", w."open" DESC, pl."createdAt" DESC`;
  const planOf = new Map(plans.map(({ postId, planId }) => [postId, planId]));
  await tellAll(
    tx,
    scope,
    taken.flatMap(({ postId, successorId }) => {
      const planId = planOf.get(postId);
      // Before the first plan there is nothing to take over but the title.
      if (planId === undefined) return [];
      const sourceId = `handover:${postId}:${lastDay}`;
      return [{ kind: 'HANDED_OVER' as const, userIds: [successorId], planId, actionId: null, sourceId }];
    }),
  );
}
