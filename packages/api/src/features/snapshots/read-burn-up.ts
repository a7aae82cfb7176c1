import type { BurnUpOut } from '@gt/contracts/schemas';
import type { IsoDate, SnapshotTotals } from '@gt/contracts/words';
import type { Db } from '@gt/db';
import { type BurnUpPoint, burnUpAhead, burnUpWords } from '@gt/domain/snapshot';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';

type Row = BurnUpPoint & { snapshotId: string };

/**
 * Planned against closed, from the totals of the snapshots and never from today's dates; today's own point stands
 * apart. Three statements, however many snapshots there are. Throws NOT_FOUND.
 */
export async function readBurnUp(db: Db, scope: Scope, planId: string): Promise<BurnUpOut> {
  const [points, [now], newest] = await Promise.all([
    selectPoints(db, planId),
    selectNow(db, scope, planId),
    db.snapshot.findFirst({
      where: { planId },
      orderBy: { number: 'desc' },
      select: { totals: true },
    }),
  ]);
  if (!now) throw notFound('plan');
  const last = points.at(-1);
  const months = (newest?.totals as unknown as SnapshotTotals | undefined)?.months ?? [];
  return {
    points,
    now: { snapshotId: null, ...now },
    ahead: last ? burnUpAhead(months, last.asAt) : [],
    words: burnUpWords(last ?? now),
  };
}

/** The last snapshot of each day, oldest first. */
function selectPoints(db: Db, planId: string): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT DISTINCT ON (s."asAt") s."id" AS "snapshotId", s."asAt"::text AS "asAt",
      (s."totals"->>'actions')::int AS "actions", (s."totals"->>'closed')::int AS "closed",
      (s."totals"->>'plannedByOriginal')::int AS "plannedByOriginal",
      (s."totals"->>'plannedByDue')::int AS "plannedByDue"
    FROM "snapshot" s WHERE s."planId" = ${planId}
    ORDER BY s."asAt", s."number" DESC`;
}

/** The plan as it is, by the same rules as `snapshotTotals`; a test holds both together. */
function selectNow(db: Db, scope: Scope, planId: string): Promise<BurnUpPoint[]> {
  const today: IsoDate = scope.today;
  return db.$queryRaw<BurnUpPoint[]>`
    SELECT ${today}::text AS "asAt", count(a."id")::int AS "actions",
      (count(*) FILTER (WHERE a."status" = 'CLOSED'))::int AS "closed",
      (count(*) FILTER (WHERE coalesce(a."originalDueDate", a."dueDate") <= ${today}::date))::int AS "plannedByOriginal",
      (count(*) FILTER (WHERE a."dueDate" <= ${today}::date))::int AS "plannedByDue"
    FROM "plan" pl
    LEFT JOIN "action" a ON a."planId" = pl."id" AND a."deletedAt" IS NULL AND a."status" <> 'CANCELLED'
    WHERE pl."id" = ${planId} AND pl."deletedAt" IS NULL GROUP BY pl."id"`;
}
