import { newId } from '../../core/new-id.ts';
import type { Cell, FileRow, ProcedureRow } from './matrix-row.ts';
import { aStoredReport } from './plan-rows.ts';
import { LEAD, PLAN_READERS } from './who.ts';

const facts = {
  kind: 'SIF',
  frameworkKey: 'SIF',
  authority: 'Northmoor',
  inspectionDateText: '',
  startDate: null,
  publicationDate: null,
  judgements: [{ area: 'overall', grade: 'INADEQUATE' }],
} as const;
const words = { quote: 'The quality of life-story work.', leadIn: null, page: 5, judgementAreas: [] };
const REASON = 'It was brought in twice.';

/** A day of its own, so that no two are taken for the same inspection. */
let day = 0;
function aDay(): string {
  day += 1;
  return new Date(Date.UTC(2010, 0, day)).toISOString().slice(0, 10);
}

/** An inspection kept as history, with one recommendation, and bytes in the store where they are wanted. */
async function anEarlier(
  { world }: Cell,
  more: { isRemoved?: boolean; sha256?: string; authority?: string } = {},
) {
  const row = await world.db.earlierInspection.create({
    data: {
      planId: world.plan.planId,
      kind: facts.kind,
      frameworkKey: facts.frameworkKey,
      authority: more.authority ?? facts.authority,
      authorityKey: (more.authority ?? facts.authority).toLowerCase(),
      inspectionDateText: '',
      endDate: new Date(aDay()),
      createdById: world.people.lead.userId,
      reportFileName: more.sha256 ? 'report.pdf' : null,
      reportSha256: more.sha256 ?? null,
      deletedAt: more.isRemoved ? new Date() : null,
      deletedReason: more.isRemoved ? REASON : null,
      recommendations: { create: { ...words, number: 1 } },
    },
    select: { id: true, version: true, recommendations: { select: { id: true } } },
  });
  return {
    earlierInspectionId: row.id,
    version: row.version,
    earlierId: row.recommendations[0]?.id ?? '',
  };
}

async function aLink(cell: Cell) {
  const { db, plan, people } = cell.world;
  const { earlierId } = await anEarlier(cell);
  const row = await db.lineageLink.create({
    data: {
      planId: plan.planId,
      recommendationId: plan.recommendationIds[0] ?? '',
      earlierId,
      state: 'CONFIRMED',
      note: 'The same homes are meant.',
      similarity: 40,
      decidedById: people.lead.userId,
    },
    select: { id: true, version: true },
  });
  return { linkId: row.id, version: row.version };
}

const aboutPlan = ({ world }: Cell) => ({ planId: world.plan.planId });
const anInspection = async (cell: Cell) => {
  const { earlierInspectionId, version } = await anEarlier(cell);
  return { earlierInspectionId, version };
};

export const LINEAGE_ROWS: readonly ProcedureRow[] = [
  { path: 'lineage.history', may: { any: PLAN_READERS }, input: aboutPlan },
  {
    path: 'lineage.get',
    may: { any: PLAN_READERS },
    input: ({ world }) => ({ recommendationId: world.plan.recommendationIds[0] }),
  },
  { path: 'lineage.marks', may: { any: PLAN_READERS }, input: aboutPlan },
  {
    path: 'lineage.decide',
    may: { any: LEAD },
    input: async (cell) => ({
      recommendationId: cell.world.plan.recommendationIds[0],
      earlier: { source: 'EARLIER', id: (await anEarlier(cell)).earlierId },
      state: 'CONFIRMED',
      note: '',
      version: null,
      idempotencyKey: newId(),
    }),
  },
  { path: 'lineage.takeBack', may: { any: LEAD }, input: aLink },
  {
    path: 'lineage.known',
    may: { any: LEAD },
    input: async (cell) => ({ ...aboutPlan(cell), importId: (await aStoredReport(cell)).importId }),
  },
  {
    path: 'lineage.addInspection',
    may: { any: LEAD },
    input: (cell) => ({
      ...aboutPlan(cell),
      importId: null,
      inspection: { ...facts, endDate: aDay() },
      recommendations: [words],
      idempotencyKey: newId(),
    }),
  },
  {
    path: 'lineage.editInspection',
    may: { any: LEAD },
    input: async (cell) => ({ ...(await anInspection(cell)), ...facts, endDate: aDay() }),
  },
  {
    path: 'lineage.removeInspection',
    may: { any: LEAD },
    input: async (cell) => ({ ...(await anInspection(cell)), reason: REASON }),
  },
  {
    path: 'lineage.restoreInspection',
    may: { any: LEAD },
    input: async (cell) => {
      const { earlierInspectionId, version } = await anEarlier(cell, { isRemoved: true });
      return { earlierInspectionId, version };
    },
  },
  {
    path: 'lineage.addItem',
    may: { any: LEAD },
    input: async (cell) => ({
      earlierInspectionId: (await anEarlier(cell)).earlierInspectionId,
      ...words,
      whatWasDone: '',
      closedOn: null,
      idempotencyKey: newId(),
    }),
  },
  {
    path: 'lineage.editItem',
    may: { any: LEAD },
    input: async (cell) => {
      const { earlierId, version } = await anEarlier(cell);
      return { earlierId, version, ...words, whatWasDone: 'A panel was set up.', closedOn: null };
    },
  },
];

export const LINEAGE_FILE_ROWS: readonly FileRow[] = [
  {
    path: 'GET /files/earlier-inspections/:earlierInspectionId/report',
    may: { any: PLAN_READERS },
    request: async (cell) => {
      const { sha256 } = await cell.world.stored('An earlier report');
      const { earlierInspectionId } = await anEarlier(cell, { sha256 });
      return { params: { earlierInspectionId } };
    },
  },
];

/** Words of history, and the note on a decision, can be asked to be destroyed by whoever reads them. */
const ASKERS = ['lead', 'manager', 'contributor', 'verifier'] as const;
const asking = (entity: string, entityId: string) => ({
  entity,
  entityId,
  reason: 'A family could be recognised.',
  idempotencyKey: newId(),
});
export const LINEAGE_REDACTION_ROWS: readonly ProcedureRow[] = [
  {
    path: 'redactions.request',
    may: { any: ASKERS },
    input: async (cell) => asking('EARLIER_INSPECTION', (await anEarlier(cell)).earlierInspectionId),
  },
  {
    path: 'redactions.request',
    may: { any: ASKERS },
    input: async (cell) => asking('EARLIER_RECOMMENDATION', (await anEarlier(cell)).earlierId),
  },
  {
    path: 'redactions.request',
    may: { any: ASKERS },
    input: async (cell) => asking('LINEAGE_LINK', (await aLink(cell)).linkId),
  },
];
