import { Readable } from 'node:stream';
import { NO_FIGURE_CHOICES } from '@gt/contracts/words';
import { newId } from '../../core/new-id.ts';
import type { Cell, FileRow, ProcedureRow, RowRules } from './matrix-row.ts';
import { LEAD } from './who.ts';

const ENTERERS = ['lead', 'manager', 'contributor'] as const;
/** A file is its bringer's, and the lead's. */
const owning: RowRules['may'] = { mine: ENTERERS, other: LEAD };

const GRID = {
  notes: [],
  sheets: [
    {
      name: '',
      isHidden: false,
      merges: [],
      blankRows: 0,
      rows: [
        { number: 1, cells: [{ text: 'Measure' }, { text: 'Month' }, { text: 'Actual' }] },
        { number: 2, cells: [{ text: 'Approved carers' }, { text: 'Jan 2026' }, { text: '219' }] },
      ],
    },
  ],
};

/** A file that was read, for a measure that everybody who enters figures may enter those of. */
const aFile =
  (more: object = {}, input: object = {}) =>
  async ({ world, on, person }: Cell) => {
    const { planId, recommendationIds } = await world.makePlan();
    const by = world.people.otherManager.userId;
    await world.db.measure.create({
      data: {
        planId,
        recommendationId: recommendationIds[0] ?? '',
        number: 1,
        name: 'Approved carers',
        unit: 'households',
        direction: 'HIGHER_IS_BETTER',
        frequency: 'MONTHLY',
        ownerPostId: world.posts.fosteringOfficer,
        createdById: by,
        changedById: by,
      },
      select: { id: true },
    });
    const { sha256, size } = await world.stored(`figures ${newId()}`);
    const row = await world.db.figureImport.create({
      data: {
        planId,
        fileName: 'figures.csv',
        mediaType: 'text/csv; charset=utf-8',
        sha256,
        size: BigInt(size),
        grid: GRID,
        choices: NO_FIGURE_CHOICES,
        createdById: on === 'mine' ? person.userId : by,
        ...more,
      },
      select: { id: true },
    });
    return { importId: row.id, ...input };
  };

const WRITTEN = { points: [], replaced: [], measures: 0 };

export const FIGURE_IMPORT_ROWS: readonly ProcedureRow[] = [
  {
    path: 'figureImports.list',
    may: { any: ENTERERS },
    input: ({ world }) => ({ planId: world.plan.planId }),
  },
  { path: 'figureImports.get', may: owning, input: aFile() },
  { path: 'figureImports.rows', may: owning, input: aFile() },
  {
    path: 'figureImports.choose',
    may: owning,
    input: aFile({}, { version: 1, choices: { ...NO_FIGURE_CHOICES, policy: 'STOP' } }),
  },
  {
    path: 'figureImports.confirm',
    may: owning,
    input: aFile({}, { version: 1, expected: { add: 1, correct: 0 } }),
  },
  {
    path: 'figureImports.undo',
    may: owning,
    input: aFile({ importedAt: new Date(), written: WRITTEN }, { version: 1, keepChanged: false }),
  },
  { path: 'figureImports.discard', may: owning, input: aFile({}, { version: 1 }) },
];

export const FIGURE_IMPORT_FILE_ROWS: readonly FileRow[] = [
  {
    path: 'POST /files/plans/:planId/figures',
    may: { any: ENTERERS },
    request: ({ world }) => ({
      params: { planId: world.plan.planId },
      headers: { 'x-file-name': 'figures.csv', 'x-idempotency-key': newId() },
      body: Readable.from([Buffer.from('Measure,Month,Actual\nM1,Jan 2026,219\n')]),
    }),
  },
  {
    path: 'GET /files/figure-imports/:importId',
    may: owning,
    request: async (cell) => ({ params: await aFile()(cell) }),
  },
];
