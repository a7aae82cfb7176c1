import type { WorkbookUndoInput, WorkbookUndoOut } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { findChangedSince } from './find-changed-since.ts';
import { lockWorkbook, requireVersion } from './lock-workbook.ts';
import { removeMade } from './remove-made.ts';
import { restoreChanged } from './restore-changed.ts';

const TIMEOUT_MS = 60_000;

/**
 * Takes a whole import back: what it made goes, what it changed is as it was before, in one transaction. Where anything
 * of it was changed since, nothing is undone and the answer names each; with `keepChanged` those stay and the rest is
 * undone. Only the history tells of it afterwards. The file is read again, so that it can be brought in better.
 */
export async function undoImport(
  ctx: Context,
  scope: Scope,
  { workbookId, version, keepChanged }: WorkbookUndoInput,
): Promise<WorkbookUndoOut> {
  return inTransaction(
    ctx.db,
    async (tx) => {
      const row = await lockWorkbook(tx, scope, workbookId);
      if (!row.importedAt || !row.written)
        throw new DomainError('RULE', 'This workbook is not in the plan, so there is nothing to undo.');
      await requireVersion(tx, row, version);
      const changed = await findChangedSince(tx, scope, row.written);
      if (changed.length > 0 && !keepChanged) return { undone: false, changed: changed.map(shown) };
      const kept = new Set(changed.map(({ id }) => id));
      const at = { importedAt: row.importedAt, planId: row.planId };
      await restoreChanged(tx, scope, row.written, { ...at, kept });
      const gone = await removeMade(tx, scope, row.written, { ...at, kept });
      await forget(tx, scope, workbookId);
      await recordAudit(tx, scope, {
        action: 'workbook.undo',
        entityType: 'WORKBOOK_IMPORT',
        entityId: workbookId,
        planId: row.planId,
        after: {
          ...gone,
          updates: row.written.updates.length,
          kept: changed.map(({ reference }) => reference),
        },
      });
      await ctx.jobs.enqueue(tx, 'workbook.read', { workbookId });
      return { undone: true, changed: changed.map(shown) };
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

const shown = ({ reference, title, sentence }: { reference: string; title: string; sentence: string }) => ({
  reference,
  title,
  sentence,
});

async function forget(tx: Tx, scope: Scope, workbookId: string): Promise<void> {
  await tx.workbookImport.update({
    where: { id: workbookId },
    data: {
      importedAt: null,
      importedById: null,
      undoneAt: scope.now,
      undoneById: scope.userId,
      version: { increment: 1 },
    },
    select: { id: true },
  });
  await tx.$executeRaw`UPDATE "workbook_import" SET "written" = NULL WHERE "id" = ${workbookId}`;
}
