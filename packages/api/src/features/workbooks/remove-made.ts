import type { Tx } from '@gt/db';
import { recordAudits } from '../../core/audit.ts';
import type { Scope } from '../../core/scope.ts';
import type { Written } from './written.ts';

type At = { planId: string; importedAt: Date; kept: ReadonlySet<string> };

/**
 * Takes away what an import made and nobody touched: actions, recommendations that are left empty, teams and posts that
 * nothing names. Numbers that were taken are free again where none after them is in use.
 */
export async function removeMade(tx: Tx, scope: Scope, written: Written, { planId, kept }: At) {
  const actions = written.actions.map(({ id }) => id).filter((id) => !kept.has(id));
  const under = await tx.action.findMany({
    where: { id: { in: actions } },
    select: { recommendationId: true },
    distinct: ['recommendationId'],
  });
  const touched = under.map(({ recommendationId }) => recommendationId);
  await tx.supportingTeam.deleteMany({ where: { actionId: { in: actions } } });
  await tx.dateRevision.deleteMany({ where: { actionId: { in: actions } } });
  await tx.actionFollow.deleteMany({ where: { actionId: { in: actions } } });
  await tx.notification.deleteMany({ where: { actionId: { in: actions } } });
  await tx.action.deleteMany({ where: { id: { in: actions } } });
  const recommendations = await removeRecommendations(tx, written, kept);
  await freeNumbers(
    tx,
    planId,
    touched.filter((id) => !recommendations.includes(id)),
  );
  const { teams, posts } = await removeNames(tx, written);
  const entry = (action: string, entityType: string, plan: string | null) => (entityId: string) => ({
    action,
    entityType,
    entityId,
    planId: plan,
    before: { madeBy: 'workbook' },
  });
  await recordAudits(tx, scope, [
    ...actions.map(entry('action.undoImport', 'ACTION', planId)),
    ...recommendations.map(entry('recommendation.undoImport', 'RECOMMENDATION', planId)),
    ...posts.map(entry('post.undoImport', 'POST', null)),
    ...teams.map(entry('team.undoImport', 'TEAM', null)),
  ]);
  return {
    actions: actions.length,
    recommendations: recommendations.length,
    made: teams.length + posts.length,
  };
}

/** Those that hold no action any more, not even a removed one. */
async function removeRecommendations(tx: Tx, written: Written, kept: ReadonlySet<string>): Promise<string[]> {
  const ids = written.recommendations.map(({ id }) => id).filter((id) => !kept.has(id));
  const empty = await tx.recommendation.findMany({
    where: { id: { in: ids }, actions: { none: {} } },
    select: { id: true },
  });
  const gone = empty.map(({ id }) => id);
  await tx.recommendation.deleteMany({ where: { id: { in: gone } } });
  return gone;
}

async function freeNumbers(tx: Tx, planId: string, recommendationIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "recommendation" r SET "nextActionNumber" = 1 + GREATEST(
      (SELECT COALESCE(max(a."number"), 0) FROM "action" a WHERE a."recommendationId" = r."id"),
      (SELECT COALESCE(max(f."number"), 0) FROM "former_reference" f WHERE f."recommendationId" = r."id"))
    WHERE r."id" = ANY(${[...recommendationIds]}::text[])`;
  await tx.$executeRaw`
    UPDATE "plan" p SET "nextRecommendationNumber" = 1 +
      (SELECT COALESCE(max(r."number"), 0) FROM "recommendation" r WHERE r."planId" = p."id")
    WHERE p."id" = ${planId}`;
}

/** Posts and teams that were made for names and that nothing has taken up. */
async function removeNames(tx: Tx, written: Written): Promise<{ teams: string[]; posts: string[] }> {
  const none = { none: {} };
  const posts = await tx.post.findMany({
    where: {
      id: { in: written.posts },
      holdings: none,
      ownedActions: none,
      ledActions: none,
      recommendations: none,
      measures: none,
    },
    select: { id: true },
  });
  const postIds = posts.map(({ id }) => id);
  await tx.post.deleteMany({ where: { id: { in: postIds } } });
  const teams = await tx.team.findMany({
    where: {
      id: { in: written.teams },
      posts: none,
      memberships: none,
      actions: none,
      partnerOf: none,
      supportingActions: none,
    },
    select: { id: true },
  });
  const teamIds = teams.map(({ id }) => id);
  await tx.team.deleteMany({ where: { id: { in: teamIds } } });
  return { teams: teamIds, posts: postIds };
}
