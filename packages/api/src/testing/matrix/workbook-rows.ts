import { Readable } from 'node:stream';
import { NO_WORKBOOK_CHOICES } from '@gt/contracts/words';
import { newId } from '../../core/new-id.ts';
import type { Cell, FileRow, ProcedureRow } from './matrix-row.ts';
import { LEAD } from './who.ts';

const GRID = {
  notes: [],
  sheets: [
    {
      name: 'Plan',
      isHidden: false,
      merges: [],
      blankRows: 0,
      rows: [
        { number: 1, cells: [{ text: 'Recommendation' }, { text: 'Action' }, { text: 'Owner' }] },
        { number: 2, cells: [{ text: 'Care leavers' }, { text: 'Offer health passports' }, null] },
      ],
    },
  ],
};

/** A workbook that was read; `more` are columns of its row. */
const aWorkbook =
  (more: object = {}, input: object = {}) =>
  async ({ world }: Cell) => {
    const { planId } = await world.makePlan();
    const { sha256, size } = await world.stored(`workbook ${newId()}`);
    const row = await world.db.workbookImport.create({
      data: {
        planId,
        fileName: 'plan.csv',
        mediaType: 'text/csv; charset=utf-8',
        sha256,
        size: BigInt(size),
        grid: GRID,
        choices: NO_WORKBOOK_CHOICES,
        createdById: world.people.lead.userId,
        ...more,
      },
      select: { id: true },
    });
    return { workbookId: row.id, ...input };
  };

const WRITTEN = { requestId: newId(), actions: [], recommendations: [], updates: [], teams: [], posts: [] };

export const WORKBOOK_ROWS: readonly ProcedureRow[] = [
  { path: 'workbooks.list', may: { any: LEAD }, input: ({ world }) => ({ planId: world.plan.planId }) },
  { path: 'workbooks.get', may: { any: LEAD }, input: aWorkbook() },
  { path: 'workbooks.rows', may: { any: LEAD }, input: aWorkbook() },
  {
    path: 'workbooks.choose',
    may: { any: LEAD },
    input: aWorkbook({}, { version: 1, choices: NO_WORKBOOK_CHOICES }),
  },
  { path: 'workbooks.confirm', may: { any: LEAD }, input: aWorkbook({}, { version: 1 }) },
  {
    path: 'workbooks.undo',
    may: { any: LEAD },
    input: aWorkbook({ importedAt: new Date(), written: WRITTEN }, { version: 1, keepChanged: false }),
  },
  { path: 'workbooks.discard', may: { any: LEAD }, input: aWorkbook({}, { version: 1 }) },
];

export const WORKBOOK_FILE_ROWS: readonly FileRow[] = [
  {
    path: 'POST /files/plans/:planId/workbooks',
    may: { any: LEAD },
    request: ({ world }) => ({
      params: { planId: world.plan.planId },
      headers: { 'x-file-name': 'plan.csv', 'x-idempotency-key': newId() },
      body: Readable.from([Buffer.from('Action,Owner\nOffer health passports,\n')]),
    }),
  },
  {
    path: 'GET /files/workbooks/:workbookId',
    may: { any: LEAD },
    request: async (cell) => ({ params: await aWorkbook()(cell) }),
  },
];
