import type { ReportMakeInput, ReportWritten } from '@gt/contracts/schemas';
import { formatDate, type TemplateKind } from '@gt/contracts/words';
import { inTransaction, type Tx } from '@gt/db';
import { layOut, titleBy } from '@gt/domain/report';
import type { Context } from '../../core/context.ts';
import { toIsoDate } from '../../core/dates.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { createReport, nextReportNumber } from './create-report.ts';
import { loadReport } from './load-report.ts';
import { lockPlan } from './lock-plan.ts';
import { templateOf } from './templates.repository.ts';
import { type WrittenContent, writeBoardReport, writeStatement } from './write-content.ts';

/**
 * A new board report or statement of action in one click, as a draft whose wording may be changed. The same intent
 * twice gives the same paper. Throws NOT_FOUND and RULE.
 */
export async function makeReport(ctx: Context, scope: Scope, input: ReportMakeInput): Promise<ReportWritten> {
  const { planId, kind, snapshotId, idempotencyKey } = input;
  return inTransaction(ctx.db, async (tx) => {
    const id = newId();
    const earlier = await claimOnce(tx, scope, {
      key: idempotencyKey,
      operation: 'report.make',
      entityId: id,
    });
    if (earlier) return written(await loadReport(tx, scope, earlier));
    await lockPlan(tx, planId);
    const number = await nextReportNumber(tx, planId, kind);
    const made =
      kind === 'BOARD_REPORT'
        ? await writeBoardReport(tx, scope, { planId, snapshotId, reportNumber: number })
        : await writeStatement(tx, scope, { planId });
    return createReport(tx, scope, 'report.make', {
      ...{ id, planId, kind, number, marking: 'OFFICIAL' },
      ...(await laidOut(tx, scope, { planId, kind, number }, made)),
    });
  });
}

/** By the template of the trust where it has one. A title of which nothing is left is the product's own. */
async function laidOut(
  tx: Tx,
  { today }: Scope,
  { planId, kind, number }: { planId: string; kind: TemplateKind; number: number },
  made: WrittenContent,
): Promise<WrittenContent> {
  const template = await templateOf(tx, kind);
  if (!template) return made;
  const plan = await tx.plan.findUniqueOrThrow({
    where: { id: planId },
    select: { name: true, councilName: true, trustName: true },
  });
  const snapshot =
    made.snapshotId &&
    (await tx.snapshot.findUniqueOrThrow({ where: { id: made.snapshotId }, select: { asAt: true } }));
  const title = titleBy(template, {
    number: String(number),
    date: formatDate(snapshot ? toIsoDate(snapshot.asAt) : today),
    plan: plan.name,
    council: plan.councilName,
    trust: plan.trustName || plan.councilName,
  });
  return { ...made, title: title || made.title, content: layOut(made.content, template) };
}

export const written = ({ id, version }: ReportWritten): ReportWritten => ({ id, version });
