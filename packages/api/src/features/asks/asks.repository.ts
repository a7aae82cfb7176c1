import type { AskListInput, AskListOut, AskOut, AskRow } from '@gt/contracts/schemas';
import { type Db, type Sql, sql, type Tx } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { canLinkToRecommendation, canOnAction, holds } from '@gt/domain/authz';
import { evidenceReference } from '@gt/domain/evidence';
import { ACTION_ACCESS_SELECT, actionRecord } from '../../core/action-access.ts';
import { notFound } from '../../core/domain-error.ts';
import { IS_ON_RECORD, isAccepted } from '../../core/evidence-sql.ts';
import type { Scope } from '../../core/scope.ts';
import { isVisible } from '../actions/action-sql.ts';
import { BY_DAY, selectAsks } from './ask-rows.ts';

/** Beyond this many the page says how many more there are. */
const LISTED = 200;
/** Things to choose from: what was brought last is what is meant. */
const CANDIDATES = 30;

/** Who sees an ask over `k`: readers of the plan; others what is asked of their posts or of their agency. */
function isMineToSee(scope: Scope): Sql {
  if (holds(scope.roles, 'recommendation.read')) return sql`true`;
  return isAskedOfMe(scope);
}

/**
 * Asked of a post that the person holds, or of one of the team or agency that they answer for; of an action only while
 * they see it.
 */
function isAskedOfMe(scope: Scope): Sql {
  const answersForTeam = scope.roles.some((role) => role === 'MANAGER' || role === 'PARTNER');
  const teamIds = answersForTeam ? [...scope.teamIds] : [];
  return sql`(k."postId" = ANY(${[...scope.postIds]}::text[])
    OR k."postId" IN (SELECT tp."id" FROM "post" tp WHERE tp."teamId" = ANY(${teamIds}::text[])))
    AND (a."id" IS NULL OR ${isVisible(scope)})`;
}

/** Asks of a plan or of one recommendation; two statements. */
export async function listAsks(db: Db, scope: Scope, input: AskListInput): Promise<AskListOut> {
  const { planId, recommendationId, state } = input;
  const of = recommendationId
    ? sql`k."planId" = ${planId} AND k."recommendationId" = ${recommendationId}`
    : sql`k."planId" = ${planId}`;
  const only = state ? sql`${of} AND k."state" = ${state}::"AskState"` : of;
  const [asks, [counts]] = await Promise.all([
    selectAsks(db, scope, only, sql`${BY_DAY} LIMIT ${LISTED}`),
    db.$queryRaw<{ total: number; open: number; overdue: number }[]>`
      SELECT count(*)::int AS "total", count(*) FILTER (WHERE k."state" = 'OPEN')::int AS "open",
        count(*) FILTER (WHERE k."state" = 'OPEN' AND k."dueDate" < ${scope.today}::date)::int AS "overdue"
      FROM "evidence_ask" k JOIN "recommendation" r ON r."id" = k."recommendationId" AND r."deletedAt" IS NULL
      WHERE ${only}`,
  ]);
  return { asks, total: counts?.total ?? 0, open: counts?.open ?? 0, overdue: counts?.overdue ?? 0 };
}

/** What waits for the person, of all plans, by its day. */
export function myAsks(db: Db, scope: Scope): Promise<AskRow[]> {
  return selectAsks(
    db,
    scope,
    sql`k."state" = 'OPEN' AND ${isAskedOfMe(scope)}`,
    sql`ORDER BY k."dueDate", k."id" LIMIT ${LISTED}`,
  );
}

/** One ask with what could answer it and where evidence for it is added. Throws NOT_FOUND. */
export async function getAsk(db: Db, scope: Scope, askId: string): Promise<AskOut> {
  const [ask] = await selectAsks(db, scope, sql`k."id" = ${askId} AND ${isMineToSee(scope)}`, sql``);
  if (!ask) throw notFound('request for evidence');
  if (!ask.mayAnswer) return { ...ask, candidates: [], targets: [] };
  const [candidates, targets] = await Promise.all([
    loadCandidates(db, scope, ask),
    loadTargets(db, scope, ask),
  ]);
  return { ...ask, candidates, targets };
}

async function loadCandidates(db: Db | Tx, scope: Scope, ask: AskRow): Promise<AskOut['candidates']> {
  const seen = holds(scope.roles, 'plan.read')
    ? sql`true`
    : sql`(a."id" IS NOT NULL AND ${isVisible(scope)})`;
  // Of an action: what is linked to it, or to the recommendation as a whole.
  const fits = ask.action ? sql`AND (l."actionId" = ${ask.action.id} OR l."actionId" IS NULL)` : sql``;
  const rows = await db.$queryRaw<{ id: string; number: number; title: string; isNew: boolean }[]>`
    SELECT e."id", e."number", e."title",
      coalesce((SELECT max(v."uploadedAt") FROM "evidence_version" v WHERE v."evidenceId" = e."id"), e."createdAt")
        >= ${new Date(ask.askedAt)} AS "isNew"
    FROM "evidence" e
    WHERE ${IS_ON_RECORD} AND (e."state" = 'SUBMITTED' OR ${isAccepted(scope)})
      AND EXISTS (SELECT 1 FROM "evidence_link" l LEFT JOIN "action" a ON a."id" = l."actionId"
        WHERE l."evidenceId" = e."id" AND l."recommendationId" = ${ask.recommendationId}
          AND a."deletedAt" IS NULL AND ${seen} ${fits})
    ORDER BY "isNew" DESC, e."number" DESC LIMIT ${CANDIDATES}`;
  return rows.map(({ number, ...row }) => ({ ...row, reference: evidenceReference(number) }));
}

async function loadTargets(db: Db | Tx, scope: Scope, ask: AskRow): Promise<AskOut['targets']> {
  const actions = await db.action.findMany({
    where: ask.action
      ? { id: ask.action.id }
      : { recommendationId: ask.recommendationId, deletedAt: null, status: { not: 'CANCELLED' } },
    orderBy: { number: 'asc' },
    select: {
      ...ACTION_ACCESS_SELECT,
      id: true,
      number: true,
      title: true,
      recommendation: { select: { number: true } },
    },
  });
  const mine = actions.filter((row) => canOnAction(scope, 'evidence.upload', actionRecord(row)).ok);
  return [
    ...(ask.action === null && canLinkToRecommendation(scope).ok
      ? [
          {
            entityType: 'RECOMMENDATION' as const,
            id: ask.recommendationId,
            label: `${ask.recommendation} as a whole`,
          },
        ]
      : []),
    ...mine.map(({ id, number, title, recommendation }) => ({
      entityType: 'ACTION' as const,
      id,
      label: `${actionReference(recommendation.number, number)} ${title}`,
    })),
  ];
}
