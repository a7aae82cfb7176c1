import type { ImportConfirmInput, ImportJoinInput } from '@gt/contracts/schemas';
import type { ReportDraft } from '@gt/contracts/words';
import { inTransaction, type Tx } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import type { Scope } from '../../core/scope.ts';
import { joinPlan } from '../plans/add-inspection.ts';
import { checkInspectionContent, checkPlanContent } from '../plans/check-plan-content.ts';
import type { Brought } from '../plans/write-inspection.ts';
import { writePlan } from '../plans/write-plan.ts';

/**
 * Turns a checked import into a plan, with everything it begins with, in one transaction. Confirming twice, in series
 * or in parallel, gives the same plan. The draft is blanked then: its words live on in the plan, where they can be
 * destroyed.
 */
export async function confirmImport(
  ctx: Context,
  scope: Scope,
  input: ImportConfirmInput,
): Promise<{ planId: string }> {
  const { importId, ...content } = input;
  return confirmOnce(ctx, scope, importId, async (tx, brought) => {
    checkPlanContent(scope, content, brought.paragraphs);
    const planId = newId();
    await writePlan(tx, scope, planId, content, brought);
    return planId;
  });
}

/** Turns a checked import into a further inspection of a plan that is there: its items go on numbering. */
export async function joinImport(
  ctx: Context,
  scope: Scope,
  input: ImportJoinInput,
): Promise<{ planId: string }> {
  const { importId, planId, ...content } = input;
  return confirmOnce(ctx, scope, importId, async (tx, brought) => {
    checkInspectionContent(scope, content, brought.paragraphs);
    await joinPlan(tx, scope, planId, content, brought);
    return planId;
  });
}

/** Writes what an import became, once: a second confirmation answers with the plan of the first. */
async function confirmOnce(
  ctx: Context,
  scope: Scope,
  importId: string,
  write: (tx: Tx, brought: Brought) => Promise<string>,
): Promise<{ planId: string }> {
  return inTransaction(ctx.db, async (tx) => {
    const run = await lockImport(tx, importId);
    if (run.planId) return { planId: run.planId };
    const paragraphs = run.draft.paragraphs.map(({ number, page, section, text }) => ({
      number,
      page,
      heading: section,
      text,
    }));
    const report = { fileName: run.fileName, sha256: run.sha256 };
    const planId = await write(tx, { paragraphs, report });
    await tx.importRun.update({
      where: { id: importId },
      data: { confirmedAt: scope.now, planId, draft: {} },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'import.confirm',
      entityType: 'IMPORT_RUN',
      entityId: importId,
      planId,
      after: { planId },
    });
    return { planId };
  });
}

/** The row, locked until commit: a parallel confirmation waits here and then finds the plan. */
async function lockImport(tx: Tx, importId: string) {
  const rows = await tx.$queryRaw<
    { planId: string | null; draft: unknown; fileName: string; sha256: string }[]
  >`SELECT "planId", "draft", "fileName", "sha256" FROM "import_run" WHERE "id" = ${importId} FOR UPDATE`;
  const run = rows[0];
  if (!run) throw notFound('import');
  return { ...run, draft: run.draft as ReportDraft };
}
