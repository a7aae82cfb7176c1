import type { Tx } from '@gt/db';
import { DomainError } from './domain-error.ts';
import type { Scope } from './scope.ts';

/**
 * One intent, one effect. Claims `key` for `entityId`, the id the caller is about to create; answers null when the
 * claim is new, or the id created by the earlier, equal request. A parallel repeat waits for the first to commit.
 * Throws RULE for a key that stood for another kind of intent.
 */
export async function claimOnce(
  tx: Tx,
  scope: Scope,
  intent: { key: string; operation: string; entityId: string },
): Promise<string | null> {
  const claimed = await tx.$executeRaw`
    INSERT INTO "idempotency_key" ("userId", "key", "operation", "entityId", "createdAt")
    VALUES (${scope.userId}, ${intent.key}, ${intent.operation}, ${intent.entityId}, ${scope.now})
    ON CONFLICT DO NOTHING`;
  if (claimed === 1) return null;
  const prior = await tx.idempotencyKey.findUniqueOrThrow({
    where: { userId_key: { userId: scope.userId, key: intent.key } },
    select: { entityId: true, operation: true },
  });
  if (prior.operation !== intent.operation) {
    throw new DomainError('RULE', 'This was sent before as something else. Reload the page and try again.');
  }
  return prior.entityId;
}
