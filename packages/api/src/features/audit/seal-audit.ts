import { inTransaction, type Tx } from '@gt/db';
import { GENESIS, sealRow } from '@gt/domain/audit';
import { sha256Hex } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { SEALED_EVENT_SELECT } from './sealed-event-select.ts';

const BATCH = 500;
/** One sealer at a time, whichever server it runs on. */
const SEAL_LOCK = 4_207_001;

/**
 * Seals every audit row that is not yet in the chain, in batches, under one lock. Writers never wait for it. Runs
 * each minute, and before every pack. Answers the end of the chain: the checkpoint to print.
 */
export async function sealAudit(ctx: Pick<Context, 'db'>): Promise<{ sequence: number; hash: string }> {
  for (;;) {
    const { sealed, head } = await inTransaction(ctx.db, sealBatch);
    if (sealed < BATCH) return head;
  }
}

async function sealBatch(tx: Tx): Promise<{ sealed: number; head: { sequence: number; hash: string } }> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SEAL_LOCK})`;
  const last = await tx.auditSeal.findFirst({
    orderBy: { position: 'desc' },
    select: { position: true, hash: true },
  });
  const events = await tx.auditEvent.findMany({
    where: { seal: null },
    orderBy: { id: 'asc' },
    take: BATCH,
    select: SEALED_EVENT_SELECT,
  });
  let position = last?.position ?? 0n;
  let hash = last?.hash ?? GENESIS;
  const seals = events.map((event) => {
    const previousHash = hash;
    position += 1n;
    hash = sealRow(previousHash, event, sha256Hex);
    return { position, eventId: event.id, previousHash, hash, sealedAt: new Date() };
  });
  if (seals.length > 0) await tx.auditSeal.createMany({ data: seals });
  return { sealed: seals.length, head: { sequence: Number(position), hash } };
}
