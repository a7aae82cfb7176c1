import { sampleReportPdf } from '@gt/intake/testing';
import { newId } from '../../core/new-id.ts';
import { aPlanContent } from '../../features/plans/plan-content.fixture.ts';
import type { Cell, ProcedureRow } from './matrix-row.ts';
import { ALL_READERS, EVERYBODY, LEAD, PLAN_READERS } from './who.ts';

const aboutPlan = ({ world }: Cell) => ({ planId: world.plan.planId });
const aboutRecommendation = ({ world }: Cell) => ({ recommendationId: world.plan.recommendationIds[0] });

/** What the reader found in a report without grades, paragraphs or items. */
const READING = {
  kind: 'ILACS',
  authority: 'Northmoor',
  authorityPrinted: 'Northmoor City Council',
  inspectionDateText: null,
  startDate: null,
  endDate: null,
  leadInspector: null,
  publicationDate: null,
  letterDate: null,
  urn: null,
  inspectionType: null,
  frameworkKey: null,
  reportFormat: 'ILACS',
  pageCount: 1,
  grades: [],
  improvementHeading: null,
  items: [],
  paragraphs: [],
  warnings: [],
};

async function anImport({ world }: Cell) {
  const row = await world.db.importRun.create({
    data: {
      createdById: world.people.lead.userId,
      fileName: 'report.pdf',
      sha256: 'a'.repeat(64),
      size: 1n,
      draft: READING,
    },
    select: { id: true },
  });
  return { importId: row.id };
}

/** An import whose file is in the store. */
export async function aStoredReport(cell: Cell) {
  const { importId } = await anImport(cell);
  const { sha256, size } = await cell.world.stored(Buffer.from(sampleReportPdf()));
  await cell.world.db.importRun.update({
    where: { id: importId },
    data: { sha256, size: BigInt(size) },
    select: { id: true },
  });
  return { importId, page: 1 };
}

async function importConfirmation(cell: Cell) {
  const { plan, inspection, recommendations } = aPlanContent();
  const plain = recommendations.map((item) => ({ ...item, paragraphs: [] }));
  return { ...(await anImport(cell)), plan, inspection, recommendations: plain };
}

async function inspectionFacts({ world }: Cell) {
  const { inspectionId } = await world.makePlan();
  return { ...aPlanContent().inspection, inspectionId, version: 1 };
}

async function planFacts({ world }: Cell) {
  const { planId } = await world.makePlan();
  return { ...aPlanContent().plan, planId, version: 1 };
}

async function recommendationFacts({ world }: Cell) {
  const { recommendationIds } = await world.makePlan();
  const test = { minEvidenceKinds: 2, newestWithinDays: 90, requireImpact: true };
  return {
    recommendationId: recommendationIds[0],
    version: 1,
    leadPostId: world.posts.headOfFostering,
    goodLooksLike: 'Every child who needs a foster home near school has one.',
    closureTest: 'Two quarters with no child placed further than 20 miles for want of a home.',
    judgementAreas: [],
    ...test,
  };
}

export const PLAN_ROWS: readonly ProcedureRow[] = [
  { path: 'plans.list', may: { any: ALL_READERS }, input: () => undefined },
  { path: 'plans.all', may: { any: PLAN_READERS }, input: () => undefined },
  { path: 'plans.get', may: { any: PLAN_READERS }, input: aboutPlan },
  {
    path: 'plans.create',
    may: { any: LEAD },
    input: () => ({ ...aPlanContent(), idempotencyKey: newId() }),
  },
  {
    path: 'plans.addInspection',
    may: { any: LEAD },
    input: ({ world }) => {
      const { inspection, recommendations } = aPlanContent();
      const plain = recommendations.map((item) => ({ ...item, paragraphs: [] }));
      return { planId: world.plan.planId, inspection, recommendations: plain, idempotencyKey: newId() };
    },
  },
  { path: 'plans.edit', may: { any: LEAD }, input: planFacts },
  { path: 'imports.get', may: { any: LEAD }, input: anImport },
  // Anyone who may not is refused before a reading process is begun; whoever may needs a stored file.
  { path: 'imports.page', may: { any: LEAD }, input: aStoredReport },
  { path: 'imports.confirm', may: { any: LEAD }, input: importConfirmation },
  {
    path: 'imports.join',
    may: { any: LEAD },
    input: async (cell) => {
      const { plan: _new, ...content } = await importConfirmation(cell);
      return { ...content, planId: cell.world.plan.planId };
    },
  },
  { path: 'inspections.edit', may: { any: LEAD }, input: inspectionFacts },
  { path: 'dashboard.position', may: { any: PLAN_READERS }, input: aboutPlan },
  { path: 'recommendations.list', may: { any: PLAN_READERS }, input: aboutPlan },
  { path: 'recommendations.get', may: { any: PLAN_READERS }, input: aboutRecommendation },
  { path: 'recommendations.edit', may: { any: LEAD }, input: recommendationFacts },
  {
    path: 'recommendations.add',
    may: { any: LEAD },
    input: ({ world }) => ({
      planId: world.plan.planId,
      quote: 'The quality of life-story work.',
      leadIn: null,
      page: 3,
      judgementAreas: [],
      frameworkRefs: [],
      idempotencyKey: newId(),
    }),
  },
  { path: 'account.listDrafts', may: { any: EVERYBODY }, input: () => ({}) },
  {
    path: 'account.saveDraft',
    may: { any: EVERYBODY },
    leavesNoAudit: 'words being typed are not yet a record',
    input: () => ({ key: newId(), entityType: 'ACTION', entityId: newId(), body: { text: 'Four came' } }),
  },
  {
    path: 'account.discardDraft',
    may: { any: EVERYBODY },
    leavesNoAudit: 'words being typed are not yet a record',
    input: () => ({ key: newId() }),
  },
];
