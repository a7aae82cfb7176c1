import type { Tx } from '@gt/db';
import { conflict, type DomainError } from './domain-error.ts';

/**
 * The refusal of a write that carried an old version: the row as it is now, and who changed it, taken from the
 * newest audit row of the record.
 */
export async function staleWrite(
  tx: Tx,
  entityType: string,
  entityId: string,
  version: number,
  values: Record<string, unknown>,
): Promise<DomainError> {
  const last = await tx.auditEvent.findFirst({
    where: { entityType, entityId },
    orderBy: { id: 'desc' },
    select: { actorName: true, at: true },
  });
  return conflict({
    version,
    changedBy: last?.actorName ?? 'Somebody else',
    changedAt: (last?.at ?? new Date(0)).toISOString(),
    values,
  });
}
