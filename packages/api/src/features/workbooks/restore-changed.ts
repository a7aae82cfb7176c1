import type { Tx } from '@gt/db';
import { recordAudits } from '../../core/audit.ts';
import type { Scope } from '../../core/scope.ts';
import { type ActionColumns, findActions, writeAction } from '../actions/write-action.ts';
import type { Written } from './written.ts';

type At = { planId: string; importedAt: Date; kept: ReadonlySet<string> };
type Before = Record<string, unknown>;

/** Columns that the history keeps as instants or days, written back as such. */
const DATES = new Set(['startDate', 'dueDate', 'statusChangedAt', 'ragDeclaredAt', 'acceptanceAt']);
/** What a change of an action by a workbook may have written. */
const COLUMNS = [
  'title',
  'detail',
  'successMeasure',
  'priority',
  'startDate',
  'dueDate',
  'teamId',
  'ownerPostId',
  'ownerUserId',
  'leadPostId',
  'partnerTeamId',
  'acceptance',
  'acceptanceNote',
  'acceptanceById',
  'acceptanceAt',
  'status',
  'statusReason',
  'statusChangedAt',
  'declaredRag',
  'ragReason',
  'ragDeclaredAt',
] as const;

/**
 * Writes back what the import changed, from what the history keeps of it; the rows of the date ledger that it added go.
 * What was destroyed since cannot be written back and stays as it is.
 */
export async function restoreChanged(
  tx: Tx,
  scope: Scope,
  written: Written,
  { planId, importedAt, kept }: At,
): Promise<void> {
  const ids = written.updates.map(({ id }) => id).filter((id) => !kept.has(id));
  if (ids.length === 0) return;
  const before = await loadBefore(tx, ids, written.requestId);
  const rows = await findActions(tx, ids);
  for (const row of rows) {
    const old = before.get(row.id);
    if (old) await writeAction(tx, scope, row, columnsOf(old));
  }
  await tx.dateRevision.deleteMany({ where: { actionId: { in: ids }, changedAt: importedAt } });
  await tx.notification.deleteMany({ where: { actionId: { in: ids }, createdAt: importedAt } });
  await recordAudits(
    tx,
    scope,
    rows.map((row) => ({
      action: 'action.undo',
      entityType: 'ACTION',
      entityId: row.id,
      planId,
      after: plainOf(before.get(row.id) ?? {}),
    })),
  );
}

/** The old values of each action as the entries of that request have them; the first to say a field counts. */
async function loadBefore(
  tx: Tx,
  ids: readonly string[],
  requestId: string,
): Promise<ReadonlyMap<string, Before>> {
  const entries = await tx.$queryRaw<{ entityId: string; body: { before: Before | null } | null }[]>`
    SELECT e."entityId", p."body" FROM "audit_event" e JOIN "audit_payload" p ON p."eventId" = e."id"
    WHERE e."entityType" = 'ACTION' AND e."entityId" = ANY(${[...ids]}::text[]) AND e."requestId" = ${requestId}
    ORDER BY e."id" DESC`;
  const found = new Map<string, Before>();
  for (const { entityId, body } of entries) {
    found.set(entityId, { ...found.get(entityId), ...body?.before });
  }
  return found;
}

const plainOf = (before: Before) =>
  Object.fromEntries(COLUMNS.flatMap((field) => (field in before ? [[field, before[field]]] : [])));

function columnsOf(before: Before): ActionColumns {
  const plain = Object.fromEntries(
    Object.entries(plainOf(before)).map(([field, value]) => [
      field,
      DATES.has(field) && typeof value === 'string' ? new Date(value) : value,
    ]),
  );
  // A first date that is taken back was never the original one.
  const original = 'dueDate' in before && before.dueDate === null ? { originalDueDate: null } : {};
  return { ...plain, ...original };
}
