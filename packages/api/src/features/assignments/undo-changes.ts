import type { BulkOut, UndoInput } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { type UndoGroup, undoChange } from '@gt/domain/assignment';
import type { Permission } from '@gt/domain/authz';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { type ActionForWrite, actionValues, lockManyForWrite } from '../actions/write-action.ts';
import { loadUndoFacts, planUndo } from './plan-undo.ts';
import { type Decided, eachOnce, writeEach } from './write-each.ts';

/** What taking back each part of an action asks of a person. */
export const UNDO_RIGHTS: Record<UndoGroup, Permission> = {
  ASSIGN: 'action.assign',
  EDIT: 'action.edit',
  DUE_DATE: 'action.setDueDate',
  STATUS: 'action.changeStatus',
  RAG: 'update.create',
  REVIEW_MARK: 'action.markForReview',
};

/** One entry of an action's history, with what it changed. */
type Entry = {
  id: bigint;
  entityId: string;
  action: string;
  actorId: string | null;
  actorName: string;
  at: Date;
  body: { before: Record<string, unknown> | null; after: Record<string, unknown> | null } | null;
};

/**
 * Takes back what a change of each action wrote: one's own newest change, or the entry of the history that is named.
 * The old values go back through the rules of an ordinary change, with a line for each action and an entry of its
 * own in the history. What has changed since stays, and the line says so.
 */
export async function undoChanges(ctx: Context, scope: Scope, input: UndoInput): Promise<BulkOut> {
  const items = eachOnce(input.entries);
  return inTransaction(ctx.db, async (tx) => {
    const rows = await lockManyForWrite(
      tx,
      items.map(({ actionId }) => actionId),
    );
    const entries = await loadEntries(tx, items);
    const named = new Set(items.flatMap(({ actionId, eventId }) => (eventId ? [actionId] : [])));
    const decisions = new Map(rows.map((row) => [row.id, decisionOn(row, entries.get(row.id))]));
    const facts = await loadUndoFacts(tx, scope, rows, decisions);
    const decide = (row: ActionForWrite): Decided => {
      const entry = entries.get(row.id);
      const decision = decisions.get(row.id);
      if (!entry || !decision) throw new DomainError('RULE', 'This entry of the history is not there.');
      if (!named.has(row.id) && entry.actorId !== scope.userId) {
        const sentence = `The last change was made by ${entry.actorName}. Undo it from the history, if you may.`;
        throw new DomainError('RULE', sentence);
      }
      if (!decision.ok) throw new DomainError('RULE', decision.sentence);
      return planUndo(scope, row, { entry, decision, isSlip: !named.has(row.id), facts });
    };
    const permission = (row: ActionForWrite): Permission => {
      const decision = decisions.get(row.id);
      return (decision?.ok && decision.groups[0] && UNDO_RIGHTS[decision.groups[0]]) || 'action.read';
    };
    const results = await writeEach(tx, scope, { items, rows, permission, decide });
    return { results, undoable: false };
  });
}

function decisionOn(row: ActionForWrite, entry: Entry | undefined) {
  if (!entry) return undefined;
  const { before = null, after = null } = entry.body ?? {};
  return undoChange({ before, after, current: actionValues(row) });
}

/** The named entries, and for the other actions their newest. One statement. */
async function loadEntries(
  tx: Tx,
  items: readonly { actionId: string; eventId?: string | undefined }[],
): Promise<ReadonlyMap<string, Entry>> {
  const actionIds = items.map(({ actionId }) => actionId);
  const eventIds = items.map(({ eventId }) => eventId ?? null);
  const rows = await tx.$queryRaw<Entry[]>`
    SELECT ev."id", ev."entityId", ev."action", ev."actorId", ev."actorName", ev."at", pl."body"
    FROM unnest(${actionIds}::text[], ${eventIds}::bigint[]) AS wanted("actionId", "eventId")
    CROSS JOIN LATERAL (
      SELECT e.* FROM "audit_event" e
      WHERE e."entityType" = 'ACTION' AND e."entityId" = wanted."actionId"
        AND (wanted."eventId" IS NULL OR e."id" = wanted."eventId")
      ORDER BY e."id" DESC LIMIT 1
    ) ev
    LEFT JOIN "audit_payload" pl ON pl."eventId" = ev."id"`;
  return new Map(rows.map((row) => [row.entityId, row]));
}
