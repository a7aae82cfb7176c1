import type { ReviewItemWritten } from '@gt/contracts/schemas';
import { sql, type Tx } from '@gt/db';
import { toInstant } from '../../core/dates.ts';
import { conflict, type DomainError, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadAgendaRows, storedItems, toAgendaItem } from './agenda-rows.ts';

/** What a write to an item answers: the item as it is now. */
export async function itemWritten(
  tx: Tx,
  scope: Scope,
  itemId: string,
  action: ReviewItemWritten['action'] = null,
): Promise<ReviewItemWritten> {
  const [row] = await loadAgendaRows(tx, scope, storedItems(sql`i."id" = ${itemId}`));
  if (!row) throw notFound('item');
  return { item: toAgendaItem(row), action };
}

/** The refusal of a write that carried an old version of an item: its note as it is now, and who wrote it. */
export async function staleItem(tx: Tx, scope: Scope, itemId: string): Promise<DomainError> {
  const row = await tx.reviewItem.findUnique({
    where: { id: itemId },
    select: { note: true, state: true, version: true, changedById: true },
  });
  if (!row) return notFound('item');
  const who = row.changedById
    ? await tx.user.findUnique({ where: { id: row.changedById }, select: { name: true } })
    : null;
  return conflict({
    version: row.version,
    changedBy: who?.name ?? 'Somebody else',
    changedAt: toInstant(scope.now),
    values: { note: row.note, state: row.state },
  });
}
