import { randomBytes } from 'node:crypto';
import type { EvidenceDrawInput, EvidenceSampleOut } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { drawSample as draw } from '@gt/domain/evidence';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { sampleOf } from './sample.repository.ts';
import { samplePool } from './sample-pool.ts';

/** Letters of a seed: enough that nobody draws until the items suit them, few enough to read out. */
const SEED_BYTES = 8;

/**
 * Draws accepted evidence for a dip check. Pool and seed stay on record, so that anybody can draw the same items
 * again and see that nobody chose them. The same intent twice gives one draw.
 */
export async function drawSample(
  ctx: Context,
  scope: Scope,
  { planId, size, idempotencyKey }: EvidenceDrawInput,
): Promise<EvidenceSampleOut> {
  await inTransaction(ctx.db, async (tx) => {
    const id = newId();
    const claimed = await claimOnce(tx, scope, {
      key: idempotencyKey,
      operation: 'evidence.drawSample',
      entityId: id,
    });
    if (!claimed) await drawNow(tx, scope, { id, planId, size });
  });
  return sampleOf(ctx.db, scope, planId);
}

async function drawNow(
  tx: Tx,
  scope: Scope,
  of: { id: string; planId: string; size: number },
): Promise<void> {
  const { id, planId, size } = of;
  const plan = await tx.plan.findFirst({ where: { id: planId, deletedAt: null }, select: { id: true } });
  if (!plan) throw notFound('plan');
  const items = await samplePool(tx, scope, planId);
  if (items.length === 0) {
    throw new DomainError(
      'RULE',
      'No evidence of this plan is accepted and current, so there is nothing to draw.',
    );
  }
  const pool = items.map(({ number }) => number);
  const seed = randomBytes(SEED_BYTES).toString('hex');
  const numbers = draw(pool, size, seed);
  const evidenceIds = items.filter(({ number }) => numbers.includes(number)).map((item) => item.id);
  await tx.evidenceSample.create({
    data: { id, planId, seed, size, pool, evidenceIds, drawnById: scope.userId, drawnAt: scope.now },
    select: { id: true },
  });
  await recordAudit(tx, scope, {
    action: 'evidence.drawSample',
    entityType: 'EVIDENCE_SAMPLE',
    entityId: id,
    planId,
    after: { seed, size, pool, numbers },
  });
}
