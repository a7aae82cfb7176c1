import type { ActionFilter } from '@gt/contracts/schemas';
import { type Db, sql } from '@gt/db';
import type { Scope } from '../../core/scope.ts';

const GONE = {
  team: 'A team in this filter is no longer there. Remove it to see more.',
  post: 'A post in this filter is no longer there. Remove it to see more.',
  person: 'A person in this filter is no longer there. Remove them to see more.',
  recommendation: 'A recommendation in this filter is no longer there. Remove it to see more.',
} as const;

/**
 * What the filter names and is no longer there, in sentences: a link may be older than the plan. A team or post that
 * was closed counts as gone only when no action of the plan bears it any more. One statement, or none when the
 * filter names nothing.
 */
export async function staleInFilter(
  db: Db,
  _scope: Scope,
  planId: string,
  filter: ActionFilter,
): Promise<string[]> {
  const teams = [
    ...(filter.teamIds ?? []),
    ...(filter.partnerTeamIds ?? []),
    ...(filter.supportingTeamIds ?? []),
  ];
  const posts = [...(filter.ownerPostIds ?? []), ...(filter.leadPostIds ?? [])];
  const people = filter.ownerUserIds ?? [];
  const recommendations = [
    ...(filter.recommendationIds ?? []),
    ...(filter.recommendationId ? [filter.recommendationId] : []),
  ];
  if (teams.length + posts.length + people.length + recommendations.length === 0) return [];
  const ofPlan = sql`FROM "action" a WHERE a."planId" = ${planId} AND a."deletedAt" IS NULL`;
  const rows = await db.$queryRaw<{ kind: keyof typeof GONE }[]>`
    SELECT DISTINCT gone."kind" FROM (
      SELECT 'team' AS "kind" FROM unnest(${teams}::text[]) x(id) WHERE NOT EXISTS (
        SELECT 1 FROM "team" t WHERE t."id" = x.id AND (t."archivedAt" IS NULL
          OR EXISTS (SELECT 1 ${ofPlan} AND (a."teamId" = x.id OR a."partnerTeamId" = x.id))
          OR EXISTS (SELECT 1 ${ofPlan} AND EXISTS (SELECT 1 FROM "supporting_team" st
            WHERE st."actionId" = a."id" AND st."teamId" = x.id))))
      UNION ALL
      SELECT 'post' FROM unnest(${posts}::text[]) x(id) WHERE NOT EXISTS (
        SELECT 1 FROM "post" p WHERE p."id" = x.id AND (p."archivedAt" IS NULL
          OR EXISTS (SELECT 1 ${ofPlan} AND (a."ownerPostId" = x.id OR a."leadPostId" = x.id))))
      UNION ALL
      SELECT 'person' FROM unnest(${people}::text[]) x(id)
      WHERE NOT EXISTS (SELECT 1 FROM "user" u WHERE u."id" = x.id)
      UNION ALL
      SELECT 'recommendation' FROM unnest(${recommendations}::text[]) x(id) WHERE NOT EXISTS (
        SELECT 1 FROM "recommendation" r
        WHERE r."id" = x.id AND r."planId" = ${planId} AND r."deletedAt" IS NULL)
    ) gone ORDER BY gone."kind"`;
  return rows.map(({ kind }) => GONE[kind]);
}
