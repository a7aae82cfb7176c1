import type { ImportConfirmInput } from '@gt/contracts/schemas';
import type { ReportDraft } from '@gt/contracts/words';
import { inTransaction, type Tx } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import type { Scope } from '../../core/scope.ts';
import { checkPlanContent } from '../plans/check-plan-content.ts';
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
  return inTransaction(ctx.db, async (tx) => {
    const run = await lockImport(tx, importId);
    if (run.planId) return { planId: run.planId };
    const paragraphs = run.draft.paragraphs.map(({ number, page, section, text }) => ({
      number,
      page,
      heading: section,
      text,
    }));
    checkPlanContent(scope, content, paragraphs);
    const planId = newId();
    const report = { fileName: run.fileName, sha256: run.sha256 };
    await writePlan(tx, scope, planId, content, { paragraphs, report });
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
