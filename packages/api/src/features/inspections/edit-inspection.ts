import type { InspectionEditInput, InspectionFacts } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { validateInspection } from '@gt/domain/inspection';
import { changedFields, recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate, fromIsoDateOrNull } from '../../core/dates.ts';
import { invalid, notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';

import { INSPECTION_SELECT, inspectionOf } from './inspection-of.ts';
import { restartClocks } from './run-clocks.ts';

/** Corrects what is on record of an inspection; a corrected date of receipt moves its clocks. */
export async function editInspection(
  ctx: Context,
  scope: Scope,
  input: InspectionEditInput,
): Promise<{ inspectionId: string; version: number }> {
  const { inspectionId, version, ...facts } = input;
  const problems = validateInspection(facts, scope.today);
  if (problems.length > 0) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const row = await tx.inspection.findFirst({
      where: { id: inspectionId, plan: { deletedAt: null } },
      select: INSPECTION_SELECT,
    });
    if (!row) throw notFound('inspection');
    const { id: _id, planId, reportFileName: _file, version: current, ...before } = inspectionOf(row);
    const { judgements, ...columns } = facts;
    const written = await tx.inspection.updateMany({
      where: { id: inspectionId, version },
      data: {
        ...columns,
        startDate: fromIsoDateOrNull(facts.startDate),
        endDate: fromIsoDateOrNull(facts.endDate),
        publicationDate: fromIsoDateOrNull(facts.publicationDate),
        receivedDate: fromIsoDate(facts.receivedDate),
        leadInspector: facts.leadInspector || null,
        urn: facts.urn || null,
        version: { increment: 1 },
      },
    });
    if (written.count === 0) {
      throw await staleWrite(tx, 'INSPECTION', inspectionId, current, before);
    }
    await replaceJudgements(tx, inspectionId, judgements);
    if (before.receivedDate !== facts.receivedDate) {
      await restartClocks(tx, scope, { planId, inspectionId, receivedDate: facts.receivedDate });
    }
    await recordAudit(tx, scope, {
      action: 'inspection.edit',
      entityType: 'INSPECTION',
      entityId: inspectionId,
      planId,
      ...changedFields<Record<string, unknown>>(before, facts),
    });
    return { inspectionId, version: version + 1 };
  });
}

async function replaceJudgements(tx: Tx, inspectionId: string, judgements: InspectionFacts['judgements']) {
  await tx.judgement.deleteMany({ where: { inspectionId } });
  await tx.judgement.createMany({
    data: judgements.map((judgement) => ({ id: newId(), inspectionId, ...judgement })),
  });
}
