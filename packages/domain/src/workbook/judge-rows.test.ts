import { isoDate, NO_WORKBOOK_CHOICES, type WorkbookChoices, type WorkbookGrid } from '@gt/contracts/words';
import { describe, expect, test } from 'vitest';
import { judgeRows } from './judge-rows.ts';
import type { PlanFacts } from './plan-facts.ts';
import { planWorkbook } from './plan-workbook.ts';
import { readDate } from './read-date.ts';
import { ragOfFill, ragOfWords, statusOfWords } from './read-rag.ts';
import { percentOf, splitOwners } from './read-values.ts';
import { shortTitle } from './short-title.ts';

const near = isoDate('2026-03-12');

describe('days as people write them', () => {
  test.each([
    ['31/03/2026', '2026-03-31'],
    ['12.3.26', '2026-03-12'],
    ['29/02/2024', '2024-02-29'],
    ['3rd March 2026', '2026-03-03'],
    ['Tues 3 Mar 26', '2026-03-03'],
    ['30 November', '2025-11-30'],
    ['by 1 June', '2026-06-01'],
    ['March 2026', '2026-03-31'],
    ['Sept 24', '2024-09-30'],
    ['end of February 2028', '2028-02-29'],
    ['end Q2', '2026-09-30'],
    ['Q4', '2026-03-31'],
    ['Q4 24/25', '2025-03-31'],
    ['Quarter 1 2026/27', '2026-06-30'],
    ['w/c 3 March 2026', '2026-03-06'],
    ['2026-03-12T00:00:00', '2026-03-12'],
    ['45747', '2025-03-31'],
    ['Sept 2024, revised 31/01/2025', '2025-01-31'],
  ])('%s', (text, date) => {
    expect(readDate(text, near)).toMatchObject({ kind: 'DATE', date });
  });
  test.each([
    'ongoing',
    'TBC',
    'Monthly',
    'early March 2026',
    'as staff may need',
    '31/03/2026 or 30/04/2026',
    '12345',
  ])('%s stays words', (text) => {
    expect(readDate(text, near).kind).toBe('WORDS');
  });
  test.each(['31/04/2024', '29/02/2026', '30 February 2026', '03/25/2026'])('%s is no such day', (text) => {
    expect(readDate(text, near).kind).toBe('NO_SUCH_DAY');
  });
});

test.each([
  ['FF0000', 'RED'],
  ['FFC7CE', 'RED'],
  ['FFC000', 'AMBER'],
  ['FFEB9C', 'AMBER'],
  ['FFFF00', 'AMBER'],
  ['C6EFCE', 'GREEN'],
  ['00B050', 'GREEN'],
  ['0070C0', 'BLUE'],
  ['FFFFFF', null],
  ['D9D9D9', null],
])('the fill %s is %s', (fill, colour) => {
  expect(ragOfFill(fill)).toBe(colour);
});

test('ratings, statuses, owners, shares and titles by their words', () => {
  expect(['R', 'At risk', 'Green – on track', 'Complete', 'Not on track', 'Purple'].map(ragOfWords)).toEqual([
    'RED',
    'AMBER',
    'GREEN',
    'BLUE',
    'RED',
    null,
  ]);
  expect(['Completed', 'Not started', 'Partially complete', 'On hold'].map(statusOfWords)).toEqual([
    'AWAITING_EVIDENCE_CHECK',
    'NOT_STARTED',
    'IN_PROGRESS',
    null,
  ]);
  expect(splitOwners('JS / AB & Head of MASH')).toEqual(['JS', 'AB', 'Head of MASH']);
  expect(splitOwners('Head of Fostering and Adoption')).toEqual(['Head of Fostering and Adoption']);
  expect(splitOwners('JS and AB; TBC')).toEqual(['JS', 'AB']);
  expect(['45%', '0.45', '45', '120', 'most'].map(percentOf)).toEqual([45, 45, 45, null, null]);
  const long = `${'Review the thresholds. '.repeat(12)}`.trim();
  const cut = shortTitle(long);
  expect(cut.title.length).toBeLessThanOrEqual(200);
  expect(cut.rest).toBe(long);
});

const FACTS: PlanFacts = {
  directory: { teams: [], posts: [], people: [] },
  recommendations: [{ id: 'r1', number: 1, quote: 'The effectiveness of the fostering service' }],
  actions: [
    {
      id: 'a1',
      number: 1,
      recommendationId: 'r1',
      version: 3,
      changedBy: 'Programme Lead',
      changedOn: isoDate('2026-03-01'),
      title: 'Recruit carers',
      detail: '',
      successMeasure: '',
      priority: 'MEDIUM',
      status: 'IN_PROGRESS',
      startDate: null,
      dueDate: isoDate('2026-05-01'),
      teamId: null,
      ownerPostId: null,
      ownerUserId: null,
      leadPostId: null,
    },
  ],
};

function judged(rows: string[][], choices: Partial<WorkbookChoices> = {}) {
  const cells = rows.map((texts, at) => ({ number: at + 1, cells: texts.map((text) => ({ text })) }));
  const grid: WorkbookGrid = {
    notes: [],
    sheets: [{ name: 'Plan', isHidden: false, merges: [], blankRows: 0, rows: cells }],
  };
  const plan = planWorkbook(grid, { chosen: {}, remembered: {} }, near);
  return judgeRows(plan, { ...NO_WORKBOOK_CHOICES, ...choices }, FACTS);
}
const HEAD = ['Ref', 'Version', 'Recommendation', 'Action', 'Due date'];
const outcomes = (rows: string[][], choices?: Partial<WorkbookChoices>) =>
  judged([HEAD, ...rows], choices)
    .rows.slice(1)
    .map(({ outcome }) => outcome);

describe('rows against the plan', () => {
  test('by reference and version: changed, the same, stale, gone', () => {
    const row = (ref: string, version: string, title: string) => [ref, version, 'R1', title, '1 May 2026'];
    expect(outcomes([row('R1.A1', '3', 'Recruit twelve carers')])).toEqual(['UPDATE']);
    expect(outcomes([row('R1.A1', '3', 'Recruit carers')])).toEqual(['UNCHANGED']);
    expect(outcomes([row('R1.A1', '2', 'Recruit twelve carers')])).toEqual(['STALE']);
    expect(outcomes([row('R1.A9', '2', 'Recruit twelve carers')])).toEqual(['PROBLEM']);
    expect(outcomes([row('R1.A1', '3', 'One'), row('R1.A1', '3', 'Two')])).toEqual(['UPDATE', 'DUPLICATE']);
  });
  test('only the chosen fields may change, and an empty cell changes nothing', () => {
    const rows = [['R1.A1', '3', 'R1', 'Recruit twelve carers', '']];
    expect(outcomes(rows, { updates: ['dueDate'] })).toEqual(['UNCHANGED']);
    expect(judged([HEAD, ...rows]).rows[1]?.changes).toEqual([
      { field: 'title', was: 'Recruit carers', becomes: 'Recruit twelve carers' },
    ]);
  });
  test('the same title under the same recommendation, in the plan or above', () => {
    const row = ['', '', 'The effectiveness of the fostering service', 'Recruit carers', ''];
    const other = ['', '', '', 'Train carers', ''];
    expect(outcomes([row, other, other])).toEqual(['DUPLICATE', 'CREATE', 'DUPLICATE']);
    expect(judged([HEAD, row], { duplicates: 'STOP' }).stop).toMatch(/chose to stop/);
  });
  test('a row that names no recommendation is to be mended, or stands under the chosen one', () => {
    const rows = [['', '', '', 'Train carers', '']];
    expect(outcomes(rows)).toEqual(['PROBLEM']);
    expect(outcomes(rows, { recommendationForOthers: 'r1' })).toEqual(['CREATE']);
    expect(outcomes(rows, { leftOut: ['Plan 2'] })).toEqual(['LEFT_OUT']);
  });
});
