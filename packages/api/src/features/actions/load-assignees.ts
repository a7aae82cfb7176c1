import type { Role, TeamKind } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import type { Scope } from '../../core/scope.ts';

type TeamFacts = {
  name: string;
  kind: TeamKind;
  isOpen: boolean;
  /** Who answers for it: managers, or a partner agency's own people. */
  answeredBy: string[];
};
type PostFacts = { title: string; teamId: string; isOpen: boolean; holders: string[] };
type PersonFacts = { name: string; isActive: boolean; roles: Role[]; teamIds: string[] };

/** Teams, posts, people and recommendations that assignments name, by id. What is not there is left out. */
export type Assignees = {
  teams: ReadonlyMap<string, TeamFacts>;
  posts: ReadonlyMap<string, PostFacts>;
  people: ReadonlyMap<string, PersonFacts>;
  /** The live recommendations, with the plan each stands in. */
  recommendations: ReadonlyMap<string, { planId: string; planName: string; number: number }>;
};

export type AssigneeIds = {
  teamIds: readonly (string | null | undefined)[];
  postIds: readonly (string | null | undefined)[];
  userIds: readonly (string | null | undefined)[];
  recommendationIds: readonly string[];
};

const real = (ids: readonly (string | null | undefined)[]) => [
  ...new Set(ids.filter((id): id is string => typeof id === 'string')),
];

/** Everything the rules of assigning ask of those an action is given to: at most four statements for any number. */
export async function loadAssignees(tx: Tx, scope: Scope, ids: AssigneeIds): Promise<Assignees> {
  const posts = await loadPosts(tx, scope, real(ids.postIds));
  const teamIds = real([...ids.teamIds, ...[...posts.values()].map((post) => post.teamId)]);
  return {
    posts,
    teams: await loadTeams(tx, teamIds),
    people: await loadPeople(tx, real(ids.userIds)),
    recommendations: await loadRecommendations(tx, ids.recommendationIds),
  };
}

async function loadTeams(tx: Tx, teamIds: readonly string[]): Promise<Assignees['teams']> {
  if (teamIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<({ id: string } & TeamFacts)[]>`
    SELECT t."id", t."name", t."kind"::text AS "kind", t."archivedAt" IS NULL AS "isOpen",
      ARRAY(SELECT DISTINCT m."userId" FROM "team_membership" m
        JOIN "user" u ON u."id" = m."userId" AND u."deactivatedAt" IS NULL
        JOIN "role_grant" g ON g."userId" = u."id"
        WHERE m."teamId" = t."id"
          AND g."role" = (CASE t."kind" WHEN 'INTERNAL' THEN 'MANAGER' ELSE 'PARTNER' END)::"Role") AS "answeredBy"
    FROM "team" t WHERE t."id" = ANY(${[...teamIds]}::text[])`;
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

async function loadPosts(tx: Tx, scope: Scope, postIds: readonly string[]): Promise<Assignees['posts']> {
  if (postIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<({ id: string } & PostFacts)[]>`
    SELECT p."id", p."title", p."teamId", p."archivedAt" IS NULL AS "isOpen",
      ARRAY(SELECT h."userId" FROM "post_holding" h
        JOIN "user" u ON u."id" = h."userId" AND u."deactivatedAt" IS NULL
        WHERE h."postId" = p."id" AND h."fromDate" <= ${scope.today}::date
          AND (h."toDate" IS NULL OR h."toDate" >= ${scope.today}::date)) AS "holders"
    FROM "post" p WHERE p."id" = ANY(${[...postIds]}::text[])`;
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

async function loadPeople(tx: Tx, userIds: readonly string[]): Promise<Assignees['people']> {
  if (userIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<({ id: string } & PersonFacts)[]>`
    SELECT u."id", u."name", u."deactivatedAt" IS NULL AS "isActive",
      ARRAY(SELECT g."role"::text FROM "role_grant" g WHERE g."userId" = u."id") AS "roles",
      ARRAY(SELECT m."teamId" FROM "team_membership" m WHERE m."userId" = u."id") AS "teamIds"
    FROM "user" u WHERE u."id" = ANY(${[...userIds]}::text[])`;
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

async function loadRecommendations(tx: Tx, ids: readonly string[]): Promise<Assignees['recommendations']> {
  if (ids.length === 0) return new Map();
  const rows = await tx.recommendation.findMany({
    where: { id: { in: [...ids] }, deletedAt: null, plan: { deletedAt: null } },
    select: { id: true, planId: true, number: true, plan: { select: { name: true } } },
  });
  return new Map(rows.map(({ id, planId, number, plan }) => [id, { planId, planName: plan.name, number }]));
}
