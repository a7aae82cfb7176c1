import type { FigureChooseInput, FigureImportVersion } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { MEASURE_LIMITS } from '@gt/domain/measure';
import { checkText } from '@gt/domain/wording';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { lockFigures, requireVersion } from './lock-figures.ts';

/** Keeps what is done with periods that have another figure, and why. Nothing of the file is entered yet. */
export async function chooseForFigures(
  ctx: Context,
  scope: Scope,
  { importId, version, choices }: FigureChooseInput,
): Promise<FigureImportVersion> {
  const rule = { label: 'The reason', max: MEASURE_LIMITS.comment };
  const problems = checkText('reason', choices.reason, rule);
  if (problems.length > 0) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const row = await lockFigures(tx, scope, importId);
    if (row.importedAt) throw new DomainError('RULE', 'The figures of this file are entered already.');
    await requireVersion(tx, row, version);
    await tx.figureImport.update({
      where: { id: importId },
      data: { choices, version: { increment: 1 } },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'figures.choose',
      entityType: 'FIGURE_IMPORT',
      entityId: importId,
      planId: row.planId,
      before: row.choices,
      after: choices,
    });
    return { importId, version: version + 1 };
  });
}
