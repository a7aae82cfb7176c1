import type { InspectionContent, PlanCreateInput } from '@gt/contracts/schemas';
import type { Tx } from '@gt/db';
import { recommendationReference } from '@gt/domain/recommendation';
import { recordAudit } from '../../core/audit.ts';
import { fromIsoDate, fromIsoDateOrNull } from '../../core/dates.ts';
import { newId } from '../../core/new-id.ts';
import type { Scope } from '../../core/scope.ts';
import { startClocks } from '../inspections/run-clocks.ts';

type Paragraphs = PlanCreateInput['paragraphs'];
type Report = { fileName: string; sha256: string } | null;
/** What comes with an inspection beside what a person confirmed. */
export type Brought = { paragraphs: Paragraphs; report: Report };

type Under = {
  planId: string;
  /** Its items are numbered on from here. */
  firstNumber: number;
  /** The plan's own test, which its items begin with; the product's when a plan is only just made. */
  evidenceTest?: { minEvidenceKinds: number; newestWithinDays: number; requireImpact: boolean };
};

/**
 * Writes an inspection with its judgements, report paragraphs, items and statutory clocks, each with its audit row, in
 * the caller's transaction. `content` has passed `checkInspectionContent`.
 */
export async function writeInspection(
  tx: Tx,
  scope: Scope,
  under: Under,
  content: InspectionContent,
  from: Brought,
): Promise<string> {
  const { planId } = under;
  const inspectionId = await insertInspection(tx, scope, planId, content.inspection, from.report);
  const paragraphIds = await writeParagraphs(tx, inspectionId, from.paragraphs);
  await writeRecommendations(tx, scope, { ...under, inspectionId, paragraphIds }, content.recommendations);
  await startClocks(tx, scope, {
    planId,
    inspectionId,
    kind: content.inspection.kind,
    hasAreaForPriorityAction: content.hasAreaForPriorityAction,
    receivedDate: content.inspection.receivedDate,
  });
  return inspectionId;
}

async function insertInspection(
  tx: Tx,
  scope: Scope,
  planId: string,
  facts: InspectionContent['inspection'],
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
  under: Under & { inspectionId: string; paragraphIds: ReadonlyMap<number, string> },
  drafts: InspectionContent['recommendations'],
): Promise<void> {
  const rows = drafts.map((draft, index) => ({ id: newId(), number: under.firstNumber + index, draft }));
  await tx.recommendation.createMany({
    data: rows.map(({ id, number, draft }) => ({
      id,
      planId: under.planId,
      inspectionId: under.inspectionId,
      number,
      quote: draft.quote,
      leadIn: draft.leadIn || null,
      page: draft.page,
      category: draft.category,
      response: draft.response,
      judgementAreas: draft.judgementAreas,
      frameworkRefs: draft.frameworkRefs,
      ...under.evidenceTest,
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
