import type { ReportSaveInput, ReportWritten } from '@gt/contracts/schemas';
import type { ReportContent } from '@gt/contracts/words';
import { inTransaction } from '@gt/db';
import { compareWording, editContent } from '@gt/domain/report';
import { changedFields, recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { loadDraft, writeDraft } from './load-report.ts';

/** Keeps the wording of a draft. Throws NOT_FOUND, RULE for a paper that was issued, CONFLICT on an older version. */
export async function saveReport(ctx: Context, scope: Scope, input: ReportSaveInput): Promise<ReportWritten> {
  return inTransaction(ctx.db, async (tx) => {
    const report = await loadDraft(tx, scope, input);
    const content = editContent(report.content, input.sections);
    const { title, marking } = input;
    const result = await writeDraft(tx, scope, report, { title, marking, content });
    const { before, after } = changedFields(
      { title: report.title, marking: report.marking },
      { title, marking },
    );
    await recordAudit(tx, scope, {
      action: 'report.save',
      entityType: 'REPORT',
      entityId: report.id,
      planId: report.planId,
      before: { ...before, ...orderOf(report.content) },
      after: { ...after, ...orderOf(content), words: compareWording(report.content, content) },
    });
    return result;
  });
}

/** Which sections are printed, in order. */
function orderOf({ sections }: ReportContent) {
  return { sections: sections.filter(({ isIncluded }) => isIncluded).map(({ key }) => key) };
}
