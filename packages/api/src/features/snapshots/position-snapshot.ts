import type { SnapshotHead } from '@gt/contracts/schemas';
import { formatDate, type IsoDate, type SnapshotContent, type SnapshotTotals } from '@gt/contracts/words';
import { type Db, emptySql, type Sql, sql } from '@gt/db';
import type { EarlierPosition } from '@gt/domain/position';
import { worstOfCounts } from '@gt/domain/rag';
import { DomainError, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadSnapshot } from './load-snapshot.ts';
import { selectHeads } from './snapshots.repository.ts';

/** So many snapshots back it is told how long a colour has lasted: two years of weeks. */
const LOOKED_BACK = 104;

/** The last snapshot of a plan on a day or before it, opened. Throws NOT_FOUND, and RULE where nothing was kept by then. */
export async function openSnapshotAt(
  db: Db,
  scope: Scope,
  { planId, at }: { planId: string; at: IsoDate },
): Promise<{ head: SnapshotHead; content: SnapshotContent }> {
  const [head] = await selectHeads(
    db,
    scope,
    sql`s."planId" = ${planId} AND s."asAt" <= ${at}::date`,
    sql`LIMIT 1`,
  );
  if (head) return { head, content: await loadSnapshot(db, scope, head.id) };
  const plan = await db.plan.findFirst({ where: { id: planId, deletedAt: null }, select: { id: true } });
  if (!plan) throw notFound('plan');
  throw new DomainError(
    'RULE',
    `No snapshot was kept on ${formatDate(at)} or before. Choose a later date, or see the position now.`,
  );
}

export type EarlierRow = {
  snapshotId: string;
  asAt: IsoDate;
  reviewNumber: number | null;
  recommendations: SnapshotTotals['recommendations'];
};

/**
 * How each recommendation stood in the snapshots of a plan, from their totals: no body is opened. Of those before a
 * number, or of all; the newest first.
 */
export function earlierRowsSql(planId: string, before?: number): Sql {
  return sql`
    SELECT s."id" AS "snapshotId", s."asAt"::text AS "asAt", r."number" AS "reviewNumber",
      s."totals"->'recommendations' AS "recommendations"
    FROM "snapshot" s LEFT JOIN "review" r ON r."id" = s."reviewId"
    WHERE s."planId" = ${planId} ${before === undefined ? emptySql : sql`AND s."number" < ${before}`}
    ORDER BY s."number" DESC LIMIT ${LOOKED_BACK}`;
}

export function earlierOf({ recommendations, ...of }: EarlierRow): EarlierPosition {
  // The first totals counted colours and named none.
  const colours = recommendations.map(({ id, colour, rag }) => [id, colour ?? worstOfCounts(rag)] as const);
  return { ...of, colours: new Map(colours) };
}

/** The snapshots before one, for the position of its day. */
export async function loadEarlier(
  db: Db,
  _scope: Scope,
  { planId, before }: { planId: string; before: number },
): Promise<EarlierPosition[]> {
  const rows = await db.$queryRaw<EarlierRow[]>(earlierRowsSql(planId, before));
  return rows.map(earlierOf);
}
