import type { Tx } from '@gt/db';
import { notFound } from '../../core/domain-error.ts';

/**
 * Papers of one plan are numbered one after another, and none is written from words that are being destroyed
 * meanwhile. Throws NOT_FOUND.
 */
export async function lockPlan(tx: Tx, planId: string): Promise<void> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "plan" WHERE "id" = ${planId} AND "deletedAt" IS NULL FOR UPDATE`;
  if (found.length === 0) throw notFound('plan');
}
