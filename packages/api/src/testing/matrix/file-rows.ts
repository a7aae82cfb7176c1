import { Readable } from 'node:stream';
import { sampleReportPdf } from '@gt/intake/testing';
import { newId } from '../../core/new-id.ts';
import type { Cell, FileRow } from './matrix-row.ts';
import { aStoredReport } from './plan-rows.ts';
import { LEAD, PLAN_READERS } from './who.ts';

const body = (text: string) => Readable.from([Buffer.from(text)]);

/** A plan whose clock has been stopped and whose report is on file. */
async function withFiles({ world }: Cell) {
  const { clockId, inspectionId } = await world.makePlan();
  const { sha256 } = await world.stored(`statement ${newId()}`);
  await world.db.statutoryClock.update({
    where: { id: clockId },
    data: {
      submittedOn: new Date('2026-03-02'),
      submittedFileName: 'statement.txt',
      submittedSha256: sha256,
      submittedMediaType: 'text/plain',
    },
    select: { id: true },
  });
  await world.db.inspection.update({
    where: { id: inspectionId },
    data: { reportFileName: 'report.pdf', reportSha256: sha256 },
    select: { id: true },
  });
  return { clockId, inspectionId };
}

export const PLAN_FILE_ROWS: readonly FileRow[] = [
  {
    path: 'POST /files/imports',
    may: { any: LEAD },
    request: () => ({ headers: { 'x-file-name': 'report.pdf' }, body: Readable.from([sampleReportPdf()]) }),
  },
  {
    path: 'GET /files/imports/:importId/pages/:page',
    may: { any: LEAD },
    request: async (cell) => ({ params: { importId: (await aStoredReport(cell)).importId, page: '1' } }),
  },
  {
    path: 'POST /files/clock-submissions/:clockId',
    may: { any: LEAD },
    request: async ({ world }) => ({
      params: { clockId: (await world.makePlan()).clockId },
      query: { submittedOn: '2026-03-10', version: '1' },
      headers: { 'x-file-name': 'statement.txt' },
      body: body('The written statement of action.'),
    }),
  },
  {
    path: 'GET /files/clock-submissions/:clockId',
    may: { any: PLAN_READERS },
    request: async (cell) => ({ params: { clockId: (await withFiles(cell)).clockId } }),
  },
  {
    path: 'GET /files/inspections/:inspectionId/report',
    may: { any: PLAN_READERS },
    request: async (cell) => ({ params: { inspectionId: (await withFiles(cell)).inspectionId } }),
  },
];
