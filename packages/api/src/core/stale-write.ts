import type { Tx } from '@gt/db';
import { toInstant } from './dates.ts';
import { conflict, type DomainError } from './domain-error.ts';

/**
 * The CONFLICT for a write that carried an old version: the row as it is now, and who changed it last according to
 * the audit. `values` are the fields of the form, by name, ready for the wire.
 */
export async function staleWrite(
  tx: Tx,
  row: { entityType: string; entityId: string; version: number; values: Record<string, unknown> },
): Promise<DomainError> {
  const last = await tx.auditEvent.findFirst({
    where: { entityType: row.entityType, entityId: row.entityId },
    orderBy: { id: 'desc' },
    select: { actorName: true, at: true },
  });
  return conflict({
    version: row.version,
    changedBy: last?.actorName ?? 'Somebody else',
    changedAt: last ? toInstant(last.at) : '',
    values: row.values,
  });
}
