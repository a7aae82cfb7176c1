import type { ReportRegenerateInput, ReportWritten } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { regenerate } from '@gt/domain/report';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadDraft, writeDraft } from './load-report.ts';
import { lockPlan } from './lock-plan.ts';
import { writeBoardReport, writeStatement } from './write-content.ts';

/**
 * Writes a draft afresh: a board report from its snapshot or another, a statement from the plan as it stands. Words
 * that somebody changed stay when asked. Throws NOT_FOUND, RULE and CONFLICT.
 */
export async function regenerateReport(
  ctx: Context,
  scope: Scope,
  input: ReportRegenerateInput,
): Promise<ReportWritten> {
  return inTransaction(ctx.db, async (tx) => {
    const draft = await loadDraft(tx, scope, input);
    if (draft.edition === 'PUBLIC') {
      throw new DomainError(
        'RULE',
        'A public edition is written from the issued full edition and not from the plan. Change its words by hand.',
      );
    }
    const { planId, number: reportNumber } = draft;
    await lockPlan(tx, planId);
    const snapshotId = input.snapshotId ?? draft.snapshotId ?? undefined;
    const fresh =
      draft.kind === 'BOARD_REPORT'
        ? await writeBoardReport(tx, scope, { planId, snapshotId, reportNumber })
        : await writeStatement(tx, scope, { planId });
    const content = regenerate(draft.content, fresh.content, input.keepEdits);
    const result = await writeDraft(tx, scope, draft, {
      content,
      ...(fresh.snapshotId ? { snapshotId: fresh.snapshotId } : {}),
    });
    await recordAudit(tx, scope, {
      action: 'report.regenerate',
      entityType: 'REPORT',
      entityId: draft.id,
      planId,
      before: { snapshotId: draft.snapshotId },
      after: { snapshotId: fresh.snapshotId, keepEdits: input.keepEdits },
    });
    return result;
  });
}
