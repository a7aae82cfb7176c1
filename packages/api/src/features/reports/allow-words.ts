import type { ReportWritten } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { checkReason } from '@gt/domain/wording';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { findingsOf } from './find-in-report.ts';
import { loadDraft, writeDraft } from './load-report.ts';

/**
 * Keeps why words that were found in a public edition may stay; an empty reason takes it back. Throws NOT_FOUND, RULE
 * for words that nobody found, INVALID for a reason that says nothing, and CONFLICT.
 */
export async function allowWords(
  ctx: Context,
  scope: Scope,
  input: { reportId: string; version: number; words: string; why: string },
): Promise<ReportWritten> {
  const { words, why } = input;
  return inTransaction(ctx.db, async (tx) => {
    const report = await loadDraft(tx, scope, input);
    const { content } = report;
    const isThis = (one: { words: string }) => one.words.toLowerCase() === words.toLowerCase();
    if (report.edition !== 'PUBLIC' || !(await findingsOf(tx, scope.today, report)).some(isThis)) {
      throw new DomainError('RULE', 'These words are not in the paper any more. Reload the page.');
    }
    const problems = why === '' ? [] : checkReason('why', why, 'Say why these words may stay.');
    if (problems.length > 0) throw invalid(problems);
    const others = (content.allowed ?? []).filter((one) => !isThis(one));
    const allowed = why === '' ? others : [...others, { words, why }];
    const result = await writeDraft(tx, scope, report, { content: { ...content, allowed } });
    await recordAudit(tx, scope, {
      action: why === '' ? 'report.disallow' : 'report.allow',
      entityType: 'REPORT',
      entityId: report.id,
      planId: report.planId,
      before: { words, why: content.allowed?.find(isThis)?.why ?? '' },
      after: { words, why },
    });
    return result;
  });
}
