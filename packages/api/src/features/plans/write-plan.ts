import type { PlanContent, PlanCreateInput } from '@gt/contracts/schemas';
import type { Tx } from '@gt/db';
import { recommendationReference } from '@gt/domain/recommendation';
import { recordAudit } from '../../core/audit.ts';
import { fromIsoDate, fromIsoDateOrNull } from '../../core/dates.ts';
import { newId } from '../../core/new-id.ts';
import type { Scope } from '../../core/scope.ts';
import { startClocks } from '../inspections/run-clocks.ts';

type Paragraphs = PlanCreateInput['paragraphs'];
type Report = { fileName: string; sha256: string } | null;

/**
 * Writes a plan with its inspection, judgements, report paragraphs, recommendations R1…n and statutory clock, each
 * with its audit row, in the caller's transaction. `content` has passed `checkPlanContent`.
 */
export async function writePlan(
  tx: Tx,
  scope: Scope,
  planId: string,
  content: PlanContent,
  from: { paragraphs: Paragraphs; report: Report },
): Promise<void> {
  await tx.plan.create({
    data: {
      id: planId,
      ...content.plan,
      createdById: scope.userId,
      createdAt: scope.now,
      nextRecommendationNumber: content.recommendations.length + 1,
    },
    select: { id: true },
  });
  await recordAudit(tx, scope, {
    action: 'plan.create',
    entityType: 'PLAN',
    entityId: planId,
    planId,
    after: { ...content.plan, recommendations: content.recommendations.length },
  });
  const inspectionId = await writeInspection(tx, scope, planId, content.inspection, from.report);
  const paragraphIds = await writeParagraphs(tx, inspectionId, from.paragraphs);
  await writeRecommendations(tx, scope, { planId, inspectionId, paragraphIds }, content.recommendations);
  await startClocks(tx, scope, {
    planId,
    inspectionId,
    kind: content.inspection.kind,
    hasAreaForPriorityAction: content.hasAreaForPriorityAction,
    receivedDate: content.inspection.receivedDate,
  });
}

async function writeInspection(
  tx: Tx,
  scope: Scope,
  planId: string,
  facts: PlanContent['inspection'],
  report: Report,
): Promise<string> {
  const inspectionId = newId();
  const { judgements, ...rest } = facts;
  await tx.inspection.create({
    data: {
      id: inspectionId,
      planId,
      ...rest,
      startDate: fromIsoDateOrNull(facts.startDate),
      endDate: fromIsoDateOrNull(facts.endDate),
      publicationDate: fromIsoDateOrNull(facts.publicationDate),
      receivedDate: fromIsoDate(facts.receivedDate),
      leadInspector: facts.leadInspector || null,
      urn: facts.urn || null,
      reportFileName: report?.fileName ?? null,
      reportSha256: report?.sha256 ?? null,
      createdAt: scope.now,
    },
    select: { id: true },
  });
  await tx.judgement.createMany({
    data: judgements.map((judgement) => ({ id: newId(), inspectionId, ...judgement })),
  });
  await recordAudit(tx, scope, {
    action: 'inspection.create',
    entityType: 'INSPECTION',
    entityId: inspectionId,
    planId,
    after: { ...facts, reportFileName: report?.fileName ?? null, reportSha256: report?.sha256 ?? null },
  });
  return inspectionId;
}

async function writeParagraphs(tx: Tx, inspectionId: string, paragraphs: Paragraphs) {
  const ids = new Map<number, string>();
  for (const paragraph of paragraphs) if (!ids.has(paragraph.number)) ids.set(paragraph.number, newId());
  const first = new Map(paragraphs.map((paragraph) => [paragraph.number, paragraph]));
  await tx.reportParagraph.createMany({
    data: [...first.values()].map(({ number, page, heading, text }) => ({
      id: ids.get(number) ?? newId(),
      inspectionId,
      number,
      page,
      heading,
      text,
    })),
  });
  return ids;
}

async function writeRecommendations(
  tx: Tx,
  scope: Scope,
  under: { planId: string; inspectionId: string; paragraphIds: ReadonlyMap<number, string> },
  drafts: PlanContent['recommendations'],
): Promise<void> {
  const rows = drafts.map((draft, index) => ({ id: newId(), number: index + 1, draft }));
  await tx.recommendation.createMany({
    data: rows.map(({ id, number, draft }) => ({
      id,
      planId: under.planId,
      inspectionId: under.inspectionId,
      number,
      quote: draft.quote,
      leadIn: draft.leadIn || null,
      page: draft.page,
      judgementAreas: draft.judgementAreas,
      frameworkRefs: draft.frameworkRefs,
      createdAt: scope.now,
    })),
  });
  await tx.recommendationParagraph.createMany({
    data: rows.flatMap(({ id, draft }) =>
      draft.paragraphs.flatMap(({ number, sharedWords }) => {
        const paragraphId = under.paragraphIds.get(number);
        return paragraphId ? [{ recommendationId: id, paragraphId, sharedWords }] : [];
      }),
    ),
    skipDuplicates: true,
  });
  for (const { id, number, draft } of rows) {
    await recordAudit(tx, scope, {
      action: 'recommendation.create',
      entityType: 'RECOMMENDATION',
      entityId: id,
      planId: under.planId,
      after: { reference: recommendationReference(number), ...draft },
    });
  }
}
