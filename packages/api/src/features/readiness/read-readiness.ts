import type { ReadinessOut, ReadinessRow } from '@gt/contracts/schemas';
import type { IsoDate } from '@gt/contracts/words';
import { type Db, sql, type Tx } from '@gt/db';
import { askDueWords, evidenceSufficiency } from '@gt/domain/evidence';
import { toInstant } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { readinessOf } from '../packs/readiness-of.ts';
import { type EvidenceFacts, itemsOf, type RecommendationFacts } from '../recommendations/load-facts.ts';
import { inspectedOnSql, monthsOf } from '../recommendations/months-of.ts';
import { sufficiencyItem } from '../recommendations/thread-of.ts';
import { countsOf, loadReadinessFacts, type ReadinessCounts } from './load-readiness.ts';

/** So many points of the trend: two years of weeks. */
const TREND_POINTS = 104;

type Head = {
  planName: string;
  /** The day of the plan's first inspection. */
  inspectedOn: IsoDate | null;
  trend: ReadinessCounts[];
};
type RawAsk = { id: string; recommendationId: string; text: string; post: string; dueDate: IsoDate };

/**
 * Whether there is enough for an inspector, per recommendation, with everything that is missing and where it is mended.
 * Six statements, however large the plan. Throws NOT_FOUND.
 */
export async function readReadiness(db: Db, scope: Scope, planId: string): Promise<ReadinessOut> {
  const [head, asks, facts] = await Promise.all([
    loadHead(db, planId),
    loadOpenAsks(db, planId),
    loadReadinessFacts(db, scope, planId),
  ]);
  if (!head) throw notFound('plan');
  const answer = readinessOf(facts, scope.today);
  const asksOf = Map.groupBy(asks, (ask) => ask.recommendationId);
  const now = countsOf(answer, scope.today);
  return {
    planName: head.planName,
    line: answer.line,
    isReady: answer.isReady,
    items: answer.items,
    inspectedOn: head.inspectedOn,
    recommendations: answer.recommendations.flatMap((row): ReadinessRow[] => {
      const of = facts.recommendations.find(({ id }) => id === row.id);
      if (!of) return [];
      return [
        {
          ...row,
          ...aboutRecommendation(of),
          ...aboutEvidence(of, facts.linksOf.get(row.id) ?? [], head.inspectedOn, scope.today),
          asks: (asksOf.get(row.id) ?? []).map((ask) => toAsk(ask, scope.today)),
        },
      ];
    }),
    trend: [...head.trend.filter(({ takenOn }) => takenOn < scope.today), now],
  };
}

function aboutRecommendation(of: RecommendationFacts) {
  return {
    judgementAreas: of.judgementAreas,
    leadPost:
      of.leadPostId === null
        ? null
        : { id: of.leadPostId, title: of.leadPostTitle ?? '', holder: of.leadHolder },
    status: of.status,
    closedAt: of.closedAt && toInstant(of.closedAt),
  };
}

function aboutEvidence(
  of: RecommendationFacts,
  links: readonly EvidenceFacts[],
  inspectedOn: IsoDate | null,
  today: IsoDate,
) {
  const items = itemsOf(links).map(sufficiencyItem);
  return {
    notCounted: evidenceSufficiency(of, items, today).notCounted,
    ...monthsOf(links, inspectedOn, today),
  };
}

function toAsk({ id, text, post, dueDate }: RawAsk, today: IsoDate): ReadinessRow['asks'][number] {
  return { id, text, post, dueDate, dueWords: askDueWords(dueDate, today), overdue: dueDate < today };
}

async function loadHead(db: Db | Tx, planId: string): Promise<Head | undefined> {
  const [row] = await db.$queryRaw<Head[]>`
    SELECT pl."name" AS "planName",
      ${inspectedOnSql(sql`pl."id"`)} AS "inspectedOn",
      (SELECT coalesce(json_agg(json_build_object('takenOn', x."takenOn", 'items', x."items", 'ready', x."ready",
          'recommendations', x."recommendations") ORDER BY x."takenOn"), '[]')
        FROM (SELECT p.* FROM "readiness_point" p WHERE p."planId" = pl."id"
          ORDER BY p."takenOn" DESC LIMIT ${TREND_POINTS}) x) AS "trend"
    FROM "plan" pl WHERE pl."id" = ${planId} AND pl."deletedAt" IS NULL`;
  return row;
}

function loadOpenAsks(db: Db | Tx, planId: string): Promise<RawAsk[]> {
  return db.$queryRaw<RawAsk[]>(sql`
    SELECT k."id", k."recommendationId", k."text", p."title" AS "post", k."dueDate"::text AS "dueDate"
    FROM "evidence_ask" k JOIN "post" p ON p."id" = k."postId"
    WHERE k."planId" = ${planId} AND k."state" = 'OPEN' ORDER BY k."dueDate", k."id"`);
}
