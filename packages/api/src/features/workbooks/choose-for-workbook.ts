import type { WorkbookChooseInput } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { lockWorkbook, requireVersion } from './lock-workbook.ts';

/** Keeps what a person chose for a workbook; what headings were taken for is remembered for the next one. */
export async function chooseForWorkbook(
  ctx: Context,
  scope: Scope,
  { workbookId, version, choices }: WorkbookChooseInput,
): Promise<{ version: number }> {
  return inTransaction(ctx.db, async (tx) => {
    const row = await lockWorkbook(tx, scope, workbookId);
    if (row.importedAt)
      throw new DomainError('RULE', 'This workbook is in the plan already. Undo it to choose again.');
    await requireVersion(tx, row, version);
    await tx.workbookImport.update({
      where: { id: workbookId },
      data: { choices: { ...choices }, version: { increment: 1 } },
      select: { id: true },
    });
    await remember(tx, scope, row.choices.columns, choices.columns);
    await recordAudit(tx, scope, {
      action: 'workbook.choose',
      entityType: 'WORKBOOK_IMPORT',
      entityId: workbookId,
      planId: row.planId,
      after: { duplicates: choices.duplicates, problems: choices.problems, updates: choices.updates },
    });
    return { version: row.version + 1 };
  });
}

/** The headings that were chosen anew just now; what was remembered for them before goes. */
async function remember(
  tx: Tx,
  scope: Scope,
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): Promise<void> {
  const changed = Object.entries(now).filter(([key, field]) => before[key] !== field);
  for (const [key, field] of changed) {
    const data = { field, chosenById: scope.userId, chosenAt: scope.now };
    await tx.headingChoice.upsert({
      where: { key },
      create: { key, ...data },
      update: data,
      select: { key: true },
    });
  }
}
