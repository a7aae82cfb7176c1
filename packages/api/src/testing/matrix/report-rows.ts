import type { ReportContent, ReportEdition, ReportKind, ReportState } from '@gt/contracts/words';
import { standardTemplate } from '@gt/domain/report';
import { newId } from '../../core/new-id.ts';
import type { Cell, FileRow, ProcedureRow } from './matrix-row.ts';
import { ADMINISTRATOR, LEAD, PLAN_READERS } from './who.ts';

const CONTENT: ReportContent = {
  formatVersion: 1,
  subtitle: 'Northmoor ILACS plan',
  facts: [],
  sections: [
    {
      key: 'summary',
      heading: 'In short',
      isIncluded: true,
      blocks: [
        { kind: 'WORDS', key: 'summary', text: 'Four children moved.', written: '', isInternal: false },
      ],
    },
  ],
};

const TEMPLATE_EDITORS = [...LEAD, ...ADMINISTRATOR];

type Made = { kind?: ReportKind; state?: ReportState; edition?: ReportEdition };

/** A paper in a plan of its own, with its files when it was issued. */
async function aReport({ world }: Cell, { kind = 'BOARD_REPORT', state = 'DRAFT', edition }: Made = {}) {
  const { planId, clockId } = await world.makePlan();
  const { sha256, size } = await world.stored(`paper ${newId()}`);
  const file = { format: 'PDF', fileName: 'paper.pdf', sha256, size } as const;
  const { id, version, files } = await world.db.report.create({
    data: {
      planId,
      kind,
      number: 1,
      state,
      title: 'Board report 1',
      marking: 'OFFICIAL',
      content: CONTENT as unknown as object,
      createdById: world.people.lead.userId,
      ...(edition ? { edition } : {}),
      ...(kind === 'STATEMENT_OF_ACTION' ? { clockId } : {}),
      ...(state === 'ISSUED' ? { files: { create: file } } : {}),
    },
    select: { id: true, version: true, files: { select: { id: true } } },
  });
  return { planId, reportId: id, version, reportFileId: files[0]?.id ?? '' };
}

const issued = (kind?: ReportKind) => (cell: Cell) =>
  aReport(cell, { state: 'ISSUED', ...(kind ? { kind } : {}) });
const statement = issued('STATEMENT_OF_ACTION');
const keyed =
  (make: (cell: Cell) => Promise<object>, more: object = {}) =>
  async (cell: Cell) => ({ ...(await make(cell)), ...more, idempotencyKey: newId() });

async function anApproval(cell: Cell) {
  const { reportId } = await statement(cell);
  const { id } = await cell.world.db.reportApproval.create({
    data: {
      reportId,
      body: 'COUNCIL',
      approvedOn: new Date('2026-03-10'),
      approvedBy: 'Cabinet',
      recordedById: cell.world.people.lead.userId,
    },
    select: { id: true },
  });
  return { approvalId: id, reason: 'It was the draft that they approved.' };
}

export const REPORT_ROWS: readonly ProcedureRow[] = [
  {
    path: 'reports.list',
    may: { any: PLAN_READERS },
    input: ({ world }) => ({ planId: world.plan.planId }),
  },
  // Papers that were issued are everybody's who reads the plan; "other" is a draft.
  {
    path: 'reports.get',
    may: { any: PLAN_READERS, other: LEAD },
    input: (cell) => aReport(cell, { state: cell.on === 'any' ? 'ISSUED' : 'DRAFT' }),
  },
  {
    path: 'reports.make',
    may: { any: LEAD },
    input: async ({ world }) => ({
      planId: (await world.makePlan()).planId,
      kind: 'BOARD_REPORT',
      idempotencyKey: newId(),
    }),
  },
  {
    path: 'reports.save',
    may: { any: LEAD },
    input: async (cell) => ({
      ...(await aReport(cell)),
      title: 'Board report',
      marking: 'OFFICIAL_SENSITIVE',
      sections: [{ key: 'summary', heading: 'In short', isIncluded: true, words: [] }],
    }),
  },
  {
    path: 'reports.regenerate',
    may: { any: LEAD },
    input: async (cell) => ({
      ...(await aReport(cell, { kind: 'STATEMENT_OF_ACTION' })),
      keepEdits: true,
    }),
  },
  { path: 'reports.issue', may: { any: LEAD }, input: (cell) => aReport(cell) },
  { path: 'reports.newVersion', may: { any: LEAD }, input: keyed(issued()) },
  { path: 'reports.publicPreview', may: { any: LEAD }, input: issued() },
  { path: 'reports.makePublic', may: { any: LEAD }, input: keyed(issued()) },
  {
    path: 'reports.allow',
    may: { any: LEAD },
    input: async (cell) => ({
      ...(await aReport(cell, { edition: 'PUBLIC' })),
      words: 'Four children',
      why: 'Published by the council already.',
    }),
  },
  {
    path: 'reports.approve',
    may: { any: LEAD },
    input: keyed(statement, { body: 'COUNCIL', approvedOn: '2026-03-10', approvedBy: 'Cabinet' }),
  },
  { path: 'reports.unapprove', may: { any: LEAD }, input: anApproval },
  {
    path: 'reports.submit',
    may: { any: LEAD },
    input: async (cell) => ({
      ...(await statement(cell)),
      submittedOn: '2026-03-10',
      reason: 'Approved by urgent powers of the leader.',
    }),
  },
  {
    path: 'reports.compare',
    may: { any: PLAN_READERS },
    input: async (cell) => {
      const { reportId } = await issued()(cell);
      return { reportId, withId: reportId };
    },
  },
  { path: 'reports.templates', may: { any: TEMPLATE_EDITORS }, input: () => undefined },
  {
    path: 'reports.saveTemplate',
    may: { any: TEMPLATE_EDITORS },
    input: async ({ world }) => {
      await world.db.reportTemplate.deleteMany();
      return { kind: 'BOARD_REPORT', ...standardTemplate('BOARD_REPORT'), version: 0 };
    },
  },
  {
    path: 'reports.setLogo',
    may: { any: TEMPLATE_EDITORS },
    input: async ({ world }) => {
      await world.db.reportLogo.deleteMany();
      return { png: null, alt: '', version: 0 };
    },
  },
];

export const REPORT_FILE_ROWS: readonly FileRow[] = [
  {
    path: 'GET /files/reports/:reportFileId',
    may: { any: PLAN_READERS },
    request: async (cell) => {
      const { reportFileId } = await issued()(cell);
      return { params: { reportFileId } };
    },
  },
];

/** The words of a paper can be asked to be destroyed by whoever reads the plan; a partner sees no papers. */
export const REPORT_REDACTION_ROW: ProcedureRow = {
  path: 'redactions.request',
  may: { any: ['lead', 'manager', 'contributor', 'verifier'] },
  input: async (cell) => ({
    entity: 'REPORT',
    entityId: (await issued()(cell)).reportId,
    reason: 'It names a household.',
    idempotencyKey: newId(),
  }),
};
