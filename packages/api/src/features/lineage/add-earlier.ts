import type { EarlierAddInput, EarlierWritten } from '@gt/contracts/schemas';
import type { FieldProblem, IsoDate } from '@gt/contracts/words';
import { inTransaction, type Tx } from '@gt/db';
import { authorityKey, checkEarlierInspection, checkEarlierItem } from '@gt/domain/lineage';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDate, fromIsoDateOrNull } from '../../core/dates.ts';
import { DomainError, invalid, notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { knownAlready } from './known-already.ts';

/**
 * Brings an inspection from before in as history, read from its report or typed by hand, with what it said and its
 * file, in one transaction. The draft of the reading is blanked then, as when a plan is made of it. One that is here
 * already is refused with the sentence that says where. Throws NOT_FOUND, INVALID, RULE.
 */
export async function addEarlier(
  ctx: Context,
  scope: Scope,
  input: EarlierAddInput,
): Promise<EarlierWritten> {
  const { planId, importId, inspection, recommendations, idempotencyKey } = input;
  const problems = problemsOf(scope, input);
  if (problems.length > 0) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const id = newId();
    const intent = { key: idempotencyKey, operation: 'lineage.addEarlier', entityId: id };
    const said = await claimOnce(tx, scope, intent);
    if (said) return { earlierInspectionId: said, version: 1 };
    const plan = await tx.plan.findFirst({ where: { id: planId, deletedAt: null }, select: { id: true } });
    if (!plan) throw notFound('plan');
    const report = importId === null ? null : await takeReport(tx, scope, importId, planId);
    const endDate = lastDay(inspection);
    const known = await knownAlready(tx, {
      authority: inspection.authority,
      kind: inspection.kind,
      endDate,
      sha256: report?.sha256 ?? null,
    });
    if (known) throw new DomainError('RULE', known);
    const { judgements, startDate, endDate: _end, publicationDate, ...facts } = inspection;
    await tx.earlierInspection.create({
      data: {
        ...facts,
        id,
        planId,
        authorityKey: authorityKey(facts.authority),
        startDate: fromIsoDateOrNull(startDate),
        endDate: fromIsoDate(endDate),
        publicationDate: fromIsoDateOrNull(publicationDate),
        reportFileName: report?.fileName ?? null,
        reportSha256: report?.sha256 ?? null,
        createdById: scope.userId,
        createdAt: scope.now,
      },
      select: { id: true },
    });
    await tx.earlierJudgement.createMany({
      data: judgements.map((judgement) => ({ ...judgement, earlierInspectionId: id })),
    });
    await tx.earlierRecommendation.createMany({
      data: recommendations.map((item, index) => ({
        ...item,
        id: newId(),
        earlierInspectionId: id,
        number: index + 1,
        leadIn: item.leadIn || null,
      })),
    });
    await recordAudit(tx, scope, {
      action: 'lineage.bringIn',
      entityType: 'EARLIER_INSPECTION',
      entityId: id,
      planId,
      after: {
        ...inspection,
        recommendations: recommendations.length,
        reportFileName: report?.fileName ?? null,
      },
    });
    return { earlierInspectionId: id, version: 1 };
  });
}

function lastDay({ endDate }: { endDate: IsoDate | null }): IsoDate {
  if (endDate === null) throw new Error('checked before: an earlier inspection has its last day');
  return endDate;
}

function problemsOf(scope: Scope, { inspection, recommendations }: EarlierAddInput): FieldProblem[] {
  const ofInspection = checkEarlierInspection(inspection, scope.today).map(({ field, message }) => ({
    field: `inspection.${field}`,
    message,
  }));
  const { endDate } = inspection;
  if (endDate === null) return ofInspection;
  const ofItems = recommendations.flatMap((item, index) =>
    checkEarlierItem({ ...item, whatWasDone: '', closedOn: null }, endDate, scope.today).map(
      ({ field, message }) => ({ field: `recommendations.${index}.${field}`, message }),
    ),
  );
  return [...ofInspection, ...ofItems];
}

/** The report that was read, taken once: a parallel press waits here and then finds that it was. */
async function takeReport(tx: Tx, scope: Scope, importId: string, planId: string) {
  const rows = await tx.$queryRaw<{ planId: string | null; fileName: string; sha256: string }[]>`
    SELECT "planId", "fileName", "sha256" FROM "import_run" WHERE "id" = ${importId} FOR UPDATE`;
  const run = rows[0];
  if (!run) throw notFound('import');
  if (run.planId !== null) {
    throw new DomainError('RULE', 'This report has been confirmed already. Open the lineage to see it.');
  }
  await tx.importRun.update({
    where: { id: importId },
    data: { confirmedAt: scope.now, planId, draft: {} },
    select: { id: true },
  });
  return run;
}
