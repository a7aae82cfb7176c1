import type { PackJobStage } from '@gt/contracts/schemas';
import type { PackAuditCheckpoint } from '@gt/contracts/words';
import { type Db, inTransaction, type Tx } from '@gt/db';
import type { WrittenPack } from '@gt/pack';
import { recordAudit } from '../../core/audit.ts';
import type { Scope } from '../../core/scope.ts';
import { countDestroyed } from './load-pack-content.ts';

/**
 * One attempt at building a pack. `startedAt` is its token: a later attempt writes a newer one, and whatever the
 * earlier still does to the row then meets no row.
 */
export type PackRun = {
  packId: string;
  planId: string;
  number: number;
  requestedById: string;
  startedAt: Date;
};

const DAY = 24 * 60 * 60 * 1000;
const STEP = { QUEUED: 'QUEUED', BUILDING: 'BUILDING' } as const;

/** Takes the pack for a new attempt; null when it is finished already, or was cancelled before it began. */
export async function claimRun(db: Db, packId: string): Promise<PackRun | null> {
  const startedAt = new Date();
  const taken = await db.pack.updateManyAndReturn({
    where: { id: packId, state: { in: [STEP.QUEUED, STEP.BUILDING] } },
    data: { state: STEP.BUILDING, startedAt, stage: 'seal', stageDone: 0, stageTotal: 1 },
    select: { id: true, planId: true, number: true, requestedById: true },
  });
  const [row] = taken;
  if (!row) return null;
  const { id, ...rest } = row;
  return { ...rest, packId: id, startedAt };
}

/** The row while this attempt is the one that builds it. */
const mine = ({ packId, startedAt }: PackRun) => ({ id: packId, startedAt, state: STEP.BUILDING });

/** Writes how far the attempt is (or nothing), and answers whether it may go on. One statement. */
export async function reportRun(
  db: Db,
  run: PackRun,
  progress: { stage: PackJobStage; stageDone: number; stageTotal: number } | null,
): Promise<'GO_ON' | 'CANCELLED' | 'TAKEN_OVER'> {
  const select = { cancelRequestedAt: true } as const;
  const [row] = progress
    ? await db.pack.updateManyAndReturn({ where: mine(run), data: progress, select })
    : await db.pack.findMany({ where: mine(run), select });
  if (!row) return 'TAKEN_OVER';
  return row.cancelRequestedAt ? 'CANCELLED' : 'GO_ON';
}

export type RunResult = WrittenPack & {
  fileName: string;
  checkpoint: PackAuditCheckpoint;
  /** Row of the key that signed it. */
  signingKeyId: string;
};

/**
 * Makes the pack READY, unless something of the plan was destroyed since its content was loaded (STALE), somebody
 * cancelled, or another attempt took over.
 */
export function finishRun(
  db: Db,
  scope: Scope,
  run: PackRun,
  destroyed: number,
  result: RunResult,
): Promise<'READY' | 'STALE' | 'CANCELLED' | 'TAKEN_OVER'> {
  const { sha256, size, manifest, fileName, checkpoint, signature, signingKeyId } = result;
  return inTransaction(db, async (tx) => {
    // Whoever destroys writes to this table first: they have finished, or wait until the pack stands as ready and
    // then withdraw it. Without the lock a pack could become ready with the destroyed words in it.
    await tx.$executeRaw`LOCK TABLE "redaction" IN SHARE MODE`;
    if ((await countDestroyed(tx, run.planId)) !== destroyed) return 'STALE';
    const { packKeptDays } = await tx.plan.findUniqueOrThrow({
      where: { id: run.planId },
      select: { packKeptDays: true },
    });
    const finishedAt = new Date();
    const { count } = await tx.pack.updateMany({
      where: { ...mine(run), cancelRequestedAt: null },
      data: {
        state: 'READY',
        stage: '',
        finishedAt,
        expiresAt: new Date(finishedAt.getTime() + packKeptDays * DAY),
        isPartial: manifest.partial.length > 0,
        signature: signature && Buffer.from(signature).toString('base64'),
        signingKeyId,
        sha256,
        size: BigInt(size),
        fileName,
        manifest: manifest as unknown as object,
        omissions: manifest.omissions as unknown as object[],
        checkpointHash: `${checkpoint.sequence}:${checkpoint.hash}`,
        failure: null,
      },
    });
    if (count === 0) return whyLost(tx, run);
    const { counts, partial } = manifest;
    const after = { number: run.number, sha256, size, counts, partial };
    await audit(tx, scope, run, 'pack.ready', after);
    return 'READY';
  });
}

async function whyLost(tx: Tx, { packId }: PackRun): Promise<'CANCELLED' | 'TAKEN_OVER'> {
  const row = await tx.pack.findUnique({ where: { id: packId }, select: { cancelRequestedAt: true } });
  return row?.cancelRequestedAt ? 'CANCELLED' : 'TAKEN_OVER';
}

/** Ends the attempt without a pack: cancelled, or failed with the sentence a person reads. */
export function endRun(
  db: Db,
  scope: Scope,
  run: PackRun,
  end: { state: 'CANCELLED' } | { state: 'FAILED'; failure: string },
): Promise<void> {
  return inTransaction(db, async (tx) => {
    const { count } = await tx.pack.updateMany({
      where: mine(run),
      data: { ...end, stage: '', finishedAt: new Date() },
    });
    if (count === 0) return;
    const action = end.state === 'FAILED' ? 'pack.fail' : 'pack.stop';
    await audit(tx, scope, run, action, { number: run.number, ...end });
  });
}

/** Puts the pack back to wait for another attempt. */
export async function requeueRun(db: Db, run: PackRun): Promise<void> {
  await db.pack.updateMany({
    where: mine(run),
    data: { state: STEP.QUEUED, startedAt: null, stage: '', stageDone: 0, stageTotal: 0 },
  });
}

function audit(
  tx: Tx,
  scope: Scope,
  { packId, planId }: PackRun,
  action: string,
  after: Record<string, unknown>,
): Promise<void> {
  return recordAudit(tx, scope, { action, entityType: 'PACK', entityId: packId, planId, after });
}
