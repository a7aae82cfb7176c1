import type { PackListOut, PackOut, PackRow } from '@gt/contracts/schemas';
import type { PackOmission } from '@gt/contracts/words';
import { type Db, emptySql, sql, type Tx } from '@gt/db';
import { comparePacks } from '@gt/domain/pack';
import type { PackManifest } from '@gt/pack';
import { toInstant } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { isLatestWords } from '../../core/update-texts.ts';
import { fingerprintOfKey, pemOf } from './signing-keys.ts';

/** Beyond this many the list says how many more there are. */
const LISTED = 200;

/** Instants of a row, which travel as text. */
type Instant =
  | 'requestedAt'
  | 'startedAt'
  | 'finishedAt'
  | 'cancelRequestedAt'
  | 'redactedAt'
  | 'expiresAt'
  | 'expiredAt';

type RawPack = Omit<PackRow, 'requestedBy' | 'size' | Instant> & {
  requestedById: string;
  requestedByName: string | null;
  requestedAt: Date;
  size: bigint | null;
} & Record<Exclude<Instant, 'requestedAt'>, Date | null>;

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
      p."marking", p."audience"::text AS "audience", p."cutOff"::text AS "cutOff", r."number" AS "reviewNumber",
      p."isPartial", p."expiresAt", p."expiredAt",
      (SELECT count(*)::int FROM "pack_download" d WHERE d."packId" = p."id") AS "downloads", p."requestedById", u."name" AS "requestedByName", p."requestedAt", p."startedAt",
      p."finishedAt", p."cancelRequestedAt", p."fileName", p."sha256", p."size",
      p."manifest"->'counts' AS "counts", p."failure", p."redactedAt"
    FROM "pack" p JOIN "plan" pl ON pl."id" = p."planId" AND pl."deletedAt" IS NULL
    LEFT JOIN "user" u ON u."id" = p."requestedById"
    LEFT JOIN "review" r ON r."id" = p."reviewId"
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

/** So many of the last downloads are named. */
const DOWNLOADS = 20;

const DETAIL_SELECT = {
  planId: true,
  number: true,
  omissions: true,
  checkpointHash: true,
  coverNote: true,
  contentSha256: true,
  signingKeyId: true,
  manifest: true,
  downloads: { orderBy: { at: 'desc' }, take: DOWNLOADS, select: { userId: true, at: true } },
} as const;

/**
 * One pack with what it left out, the checkpoint of the history it was built on, the key that signed it, who
 * downloaded it, and what is different from the one before it. Throws NOT_FOUND.
 */
export async function getPack(db: Db, scope: Scope, packId: string): Promise<PackOut> {
  const [[row], detail] = await Promise.all([
    selectPacks(db, scope, { packId }),
    db.pack.findUnique({ where: { id: packId }, select: DETAIL_SELECT }),
  ]);
  if (!row || !detail) throw notFound('pack');
  const [key, lastDownloads, earlier] = await Promise.all([
    findKey(db, detail.signingKeyId),
    namesOf(db, detail.downloads),
    findEarlier(db, detail),
  ]);
  const manifest = detail.manifest as unknown as PackManifest | null;
  return {
    ...toPack(row),
    omissions: (detail.omissions ?? []) as unknown as PackOmission[],
    checkpoint: readCheckpoint(detail.checkpointHash),
    coverNote: detail.coverNote,
    contentSha256: detail.contentSha256,
    key,
    lastDownloads,
    comparison: manifest && earlier && comparisonOf(earlier, manifest),
  };
}

async function findKey(db: Db, id: string | null): Promise<PackOut['key']> {
  const row = id && (await db.signingKey.findUnique({ where: { id }, select: { publicKey: true } }));
  return row ? { fingerprint: fingerprintOfKey(row.publicKey), pem: pemOf(row.publicKey) } : null;
}

async function namesOf(
  db: Db,
  downloads: readonly { userId: string; at: Date }[],
): Promise<PackOut['lastDownloads']> {
  const ids = [...new Set(downloads.map(({ userId }) => userId))];
  const users = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return downloads.map(({ userId, at }) => ({ by: names.get(userId) ?? '', at: toInstant(at) }));
}

/** The pack of the same plan that was finished before this one, and was not withdrawn. */
async function findEarlier(
  db: Db,
  { planId, number }: { planId: string; number: number },
): Promise<{ number: number; manifest: PackManifest } | null> {
  const row = await db.pack.findFirst({
    where: { planId, number: { lt: number }, state: 'READY', redactedAt: null },
    orderBy: { number: 'desc' },
    select: { number: true, manifest: true },
  });
  return row?.manifest ? { number: row.number, manifest: row.manifest as unknown as PackManifest } : null;
}

function comparisonOf(
  earlier: { number: number; manifest: PackManifest },
  manifest: PackManifest,
): PackOut['comparison'] {
  return { with: earlier.number, ...comparePacks(earlier.manifest, manifest) };
}

/** What downloading and checking need of a pack. Throws NOT_FOUND. */
export async function findPackFile(db: Db, _scope: Scope, packId: string) {
  const row = await db.pack.findFirst({
    where: { id: packId, plan: { deletedAt: null } },
    select: {
      id: true,
      planId: true,
      number: true,
      state: true,
      fileName: true,
      sha256: true,
      size: true,
      redactedAt: true,
      expiredAt: true,
    },
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

function toPack({ requestedById, requestedByName, size, ...row }: RawPack): PackRow {
  const instantOrNull = (value: Date | null) => value && toInstant(value);
  return {
    ...row,
    requestedBy: { id: requestedById, name: requestedByName ?? '' },
    requestedAt: toInstant(row.requestedAt),
    startedAt: instantOrNull(row.startedAt),
    finishedAt: instantOrNull(row.finishedAt),
    cancelRequestedAt: instantOrNull(row.cancelRequestedAt),
    redactedAt: instantOrNull(row.redactedAt),
    expiresAt: instantOrNull(row.expiresAt),
    expiredAt: instantOrNull(row.expiredAt),
    size: size === null ? null : Number(size),
  };
}

/** "4211:a3f5…" as it is stored. */
function readCheckpoint(text: string | null): PackOut['checkpoint'] {
  const [sequence, hash] = (text ?? '').split(':');
  return sequence && hash ? { sequence: Number(sequence), hash } : null;
}
