import type { ReportWritten } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { createReport } from './create-report.ts';
import { type LoadedReport, loadReport } from './load-report.ts';
import { lockPlan } from './lock-plan.ts';
import { written } from './make-report.ts';
import { markingOf } from './report-rows.ts';

/**
 * The next version of an issued paper, as a draft with the same words; the issued one stays as it is. Throws
 * NOT_FOUND, and RULE where there is a newer version already, or the paper is none that people word.
 */
export async function newVersion(
  ctx: Context,
  scope: Scope,
  input: { reportId: string; idempotencyKey: string },
): Promise<ReportWritten> {
  return inTransaction(ctx.db, async (tx) => {
    const id = newId();
    const intent = { key: input.idempotencyKey, operation: 'report.newVersion', entityId: id };
    const earlier = await claimOnce(tx, scope, intent);
    if (earlier) return written(await loadReport(tx, scope, earlier));
    const { planId } = await loadReport(tx, scope, input.reportId);
    await lockPlan(tx, planId);
    const report = await loadReport(tx, scope, input.reportId);
    await assertIsNewest(tx, report);
    const { kind, number, title, content, snapshotId, clockId } = report;
    return createReport(tx, scope, 'report.newVersion', {
      ...{ id, planId, kind, number, title, content, snapshotId, clockId },
      versionNumber: report.versionNumber + 1,
      marking: markingOf(report.marking),
    });
  });
}

async function assertIsNewest(tx: Tx, report: LoadedReport): Promise<void> {
  const { planId, kind, number } = report;
  if (kind === 'MINUTES') {
    throw new DomainError('RULE', 'Minutes get a new version by a correction to the review they are of.');
  }
  if (report.edition === 'PUBLIC') {
    throw new DomainError(
      'RULE',
      'Make a new version of the full edition first, and a public edition of that once it is issued.',
    );
  }
  if (report.state !== 'ISSUED') {
    throw new DomainError('RULE', 'This version has not been issued yet, so it can be changed as it is.');
  }
  const newer = await tx.report.findFirst({
    where: { planId, kind, number, versionNumber: { gt: report.versionNumber } },
    select: { versionNumber: true },
  });
  if (newer) {
    throw new DomainError(
      'RULE',
      `There is a version ${newer.versionNumber} of this paper already. Go on with that one.`,
    );
  }
}
