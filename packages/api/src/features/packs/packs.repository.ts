import type { PackListOut, PackOut, PackRow } from '@gt/contracts/schemas';
import type { PackOmission } from '@gt/contracts/words';
import { type Db, emptySql, sql, type Tx } from '@gt/db';
import { toInstant } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { isLatestWords } from '../../core/update-texts.ts';

/** Beyond this many the list says how many more there are. */
const LISTED = 200;

type RawPack = Omit<
  PackRow,
  'requestedBy' | 'requestedAt' | 'startedAt' | 'finishedAt' | 'cancelRequestedAt' | 'redactedAt' | 'size'
> & {
  requestedById: string;
  requestedByName: string | null;
  requestedAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  cancelRequestedAt: Date | null;
  redactedAt: Date | null;
  size: bigint | null;
};

/** The packs of a plan (or one of them), newest first; the manifests stay in the database. One statement. */
function selectPacks(db: Db | Tx, _scope: Scope, which: { planId: string } | { packId: string }) {
  const where = 'planId' in which ? sql`p."planId" = ${which.planId}` : sql`p."id" = ${which.packId}`;
  const limit = 'planId' in which ? sql`LIMIT ${LISTED}` : emptySql;
  return db.$queryRaw<RawPack[]>`
    SELECT p."id", p."planId", p."number", p."state"::text AS "state", p."stage", p."stageDone", p."stageTotal",
      ARRAY(
        SELECT 'R' || r."number" FROM "recommendation" r
        WHERE r."id" = ANY(coalesce(p."recommendationIds", '{}')) ORDER BY r."number"
      ) AS "references",
      p."marking", p."requestedById", u."name" AS "requestedByName", p."requestedAt", p."startedAt",
      p."finishedAt", p."cancelRequestedAt", p."fileName", p."sha256", p."size",
      p."manifest"->'counts' AS "counts", p."failure", p."redactedAt"
    FROM "pack" p JOIN "plan" pl ON pl."id" = p."planId" AND pl."deletedAt" IS NULL
    LEFT JOIN "user" u ON u."id" = p."requestedById"
    WHERE ${where} ORDER BY p."number" DESC ${limit}`;
}

/** Packs of a plan, newest first. */
export async function listPacks(db: Db, scope: Scope, planId: string): Promise<PackListOut> {
  const [plan, rows, total] = await Promise.all([
    db.plan.findFirst({ where: { id: planId, deletedAt: null }, select: { id: true } }),
    selectPacks(db, scope, { planId }),
    db.pack.count({ where: { planId } }),
  ]);
  if (!plan) throw notFound('plan');
  return { packs: rows.map(toPack), total };
}

/** One pack with what it left out and the checkpoint of the history it was built on. Throws NOT_FOUND. */
export async function getPack(db: Db, scope: Scope, packId: string): Promise<PackOut> {
  const [[row], rest] = await Promise.all([
    selectPacks(db, scope, { packId }),
    db.pack.findUnique({ where: { id: packId }, select: { omissions: true, checkpointHash: true } }),
  ]);
  if (!row) throw notFound('pack');
  const omissions = (rest?.omissions ?? []) as unknown as PackOmission[];
  return { ...toPack(row), omissions, checkpoint: readCheckpoint(rest?.checkpointHash ?? null) };
}

/** What downloading and checking need of a pack. Throws NOT_FOUND. */
export async function findPackFile(db: Db, _scope: Scope, packId: string) {
  const row = await db.pack.findFirst({
    where: { id: packId, plan: { deletedAt: null } },
    select: { id: true, state: true, fileName: true, sha256: true, size: true, redactedAt: true },
  });
  if (!row) throw notFound('pack');
  return row;
}

/** Progress updates that stand, of the live actions of these recommendations. */
export async function countUpdates(
  db: Db | Tx,
  _scope: Scope,
  recommendationIds: readonly string[],
): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS "n" FROM "progress_update" pu JOIN "action" a ON a."id" = pu."actionId"
    WHERE a."recommendationId" = ANY(${[...recommendationIds]}::text[]) AND a."deletedAt" IS NULL
      AND ${isLatestWords}`;
  return row?.n ?? 0;
}

function toPack({ requestedById, requestedByName, ...row }: RawPack): PackRow {
  const instantOrNull = (value: Date | null) => value && toInstant(value);
  return {
    ...row,
    requestedBy: { id: requestedById, name: requestedByName ?? '' },
    requestedAt: toInstant(row.requestedAt),
    startedAt: instantOrNull(row.startedAt),
    finishedAt: instantOrNull(row.finishedAt),
    cancelRequestedAt: instantOrNull(row.cancelRequestedAt),
    redactedAt: instantOrNull(row.redactedAt),
    size: row.size === null ? null : Number(row.size),
  };
}

/** "4211:a3f5…" as it is stored. */
function readCheckpoint(text: string | null): PackOut['checkpoint'] {
  const [sequence, hash] = (text ?? '').split(':');
  return sequence && hash ? { sequence: Number(sequence), hash } : null;
}
