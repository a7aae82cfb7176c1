import type { ReportTemplateSaveInput, ReportTemplatesOut } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { standardTemplate, templateProblems } from '@gt/domain/report';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import { loadTemplates, templateOf } from './templates.repository.ts';

/**
 * Sets how new papers of a kind are laid out; papers that are made already stay as they are. Throws INVALID with a
 * sentence for each fault, CONFLICT when somebody was sooner.
 */
export async function saveTemplate(
  ctx: Context,
  scope: Scope,
  input: ReportTemplateSaveInput,
): Promise<ReportTemplatesOut> {
  const { kind, version } = input;
  const sections = input.sections.map((section) => ({ ...section, heading: section.heading.trim() }));
  const template = { title: input.title.trim(), sections };
  const problems = templateProblems(kind, template);
  if (problems.length > 0) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const before = await templateOf(tx, kind);
    const data = {
      title: template.title,
      sections: template.sections as unknown as object,
      changedById: scope.userId,
      changedAt: scope.now,
    };
    const isWritten =
      version === 0
        ? (await tx.reportTemplate.createMany({ data: [{ kind, ...data }], skipDuplicates: true })).count ===
          1
        : (
            await tx.reportTemplate.updateMany({
              where: { kind, version },
              data: { ...data, version: { increment: 1 } },
            })
          ).count === 1;
    if (!isWritten) throw await stale(tx, scope, kind);
    await recordAudit(tx, scope, {
      action: 'report.setTemplate',
      entityType: 'INSTALLATION',
      entityId: '1',
      planId: null,
      before: { kind, ...(before ?? standardTemplate(kind)) },
      after: { kind, ...template },
    });
    return loadTemplates(tx, scope);
  });
}

async function stale(tx: Tx, scope: Scope, kind: ReportTemplateSaveInput['kind']) {
  const { templates } = await loadTemplates(tx, scope);
  const now = templates.find((one) => one.kind === kind);
  return staleWrite(tx, 'INSTALLATION', '1', now?.version ?? 0, {
    title: now?.title,
    sections: now?.sections,
  });
}
