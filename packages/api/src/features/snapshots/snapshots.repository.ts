import type { SnapshotHead, SnapshotListInput, SnapshotListOut, SnapshotOut } from '@gt/contracts/schemas';
import type { DeliveryStatus, Rag, SnapshotCause, SnapshotTotals } from '@gt/contracts/words';
import { type Db, emptySql, type Sql, sql, type Tx } from '@gt/db';
import { snapshotWords } from '@gt/domain/snapshot';
import { londonDate, toInstant, toIsoDate } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';

type RawHead = {
  id: string;
  planId: string;
  number: number;
  asAt: Date;
  takenAt: Date;
  takenById: string | null;
  takenByName: string | null;
  cause: SnapshotCause;
  reviewId: string | null;
  reviewNumber: number | null;
  redactedAt: Date | null;
  sha256: string;
  redactedSha256: string | null;
  totals: Pick<SnapshotTotals, 'actions' | 'closed' | 'overdue' | 'rag'>;
};

/** Heads of snapshots of live plans; bodies and the larger totals stay in the database. One statement. */
export async function selectHeads(
  db: Db | Tx,
  _scope: Scope,
  which: Sql,
  page: Sql = emptySql,
): Promise<SnapshotHead[]> {
  const rows = await db.$queryRaw<RawHead[]>`
    SELECT s."id", s."planId", s."number", s."asAt", s."takenAt", s."takenById", u."name" AS "takenByName",
      s."cause"::text, s."reviewId", r."number" AS "reviewNumber", s."redactedAt", s."sha256", s."redactedSha256",
      s."totals" - ARRAY['recommendations', 'teams', 'months'] AS "totals"
    FROM "snapshot" s JOIN "plan" pl ON pl."id" = s."planId" AND pl."deletedAt" IS NULL
    LEFT JOIN "review" r ON r."id" = s."reviewId"
    LEFT JOIN "user" u ON u."id" = s."takenById"
    WHERE ${which} ORDER BY s."number" DESC ${page}`;
  return rows.map(toHead);
}

function toHead(row: RawHead): SnapshotHead {
  const { id, planId, number, cause, sha256, redactedSha256, redactedAt, reviewId, reviewNumber } = row;
  const { actions, closed, overdue, rag } = row.totals;
  const asAt = toIsoDate(row.asAt);
  const redactedOn = redactedAt && londonDate(redactedAt);
  return {
    ...{ id, planId, number, asAt, cause, sha256, redactedSha256, actions, closed, overdue, rag },
    takenAt: toInstant(row.takenAt),
    takenBy: row.takenById === null ? null : { id: row.takenById, name: row.takenByName ?? '' },
    review: reviewId !== null && reviewNumber !== null ? { id: reviewId, number: reviewNumber } : null,
    words: snapshotWords({ asAt, cause, reviewNumber, redactedOn }),
    redactedAt: redactedAt && toInstant(redactedAt),
  };
}

/** Snapshots of a plan, newest first, and its very first. Throws NOT_FOUND. */
export async function listSnapshots(
  db: Db,
  scope: Scope,
  { planId, page }: SnapshotListInput,
): Promise<SnapshotListOut> {
  const ofPlan = sql`s."planId" = ${planId}`;
  const [plan, snapshots, [first], total] = await Promise.all([
    db.plan.findFirst({ where: { id: planId, deletedAt: null }, select: { id: true } }),
    selectHeads(db, scope, ofPlan, sql`LIMIT ${page.limit} OFFSET ${page.offset}`),
    selectHeads(
      db,
      scope,
      sql`${ofPlan} AND s."number" = (SELECT min("number") FROM "snapshot" WHERE "planId" = ${planId})`,
    ),
    db.snapshot.count({ where: { planId } }),
  ]);
  if (!plan) throw notFound('plan');
  return { snapshots, total, first: first ?? null };
}

/** Heads by id. Throws NOT_FOUND when one of them is not there. */
export async function getHeads(db: Db, scope: Scope, ids: readonly string[]): Promise<SnapshotHead[]> {
  const heads = await selectHeads(db, scope, sql`s."id" = ANY(${[...ids]}::text[])`);
  return ids.map((id) => {
    const head = heads.find((one) => one.id === id);
    if (!head) throw notFound('snapshot');
    return head;
  });
}

/** One snapshot with all its totals, as they were worked out when it was taken. Throws NOT_FOUND. */
export async function getSnapshot(db: Db, scope: Scope, snapshotId: string): Promise<SnapshotOut> {
  const [[snapshot], row] = await Promise.all([
    getHeads(db, scope, [snapshotId]),
    db.snapshot.findUnique({ where: { id: snapshotId }, select: { totals: true } }),
  ]);
  if (!snapshot || !row) throw notFound('snapshot');
  const totals = row.totals as unknown as SnapshotTotals;
  const { pastOriginal, cancelled, undated, recommendations, teams } = totals;
  const byStatus: Record<DeliveryStatus, number> = totals.byStatus;
  const calculatedRag: Record<Rag, number> = totals.calculatedRag;
  return { snapshot, pastOriginal, cancelled, undated, recommendations, teams, byStatus, calculatedRag };
}

/** Of these actions, the ones that are still there. */
export async function liveActionIds(db: Db, _scope: Scope, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.action.findMany({
    where: { id: { in: [...ids] }, deletedAt: null },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}
