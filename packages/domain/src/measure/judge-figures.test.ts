import { type FigurePolicy, isoDate, type WorkbookGrid } from '@gt/contracts/words';
import { describe, expect, test } from 'vitest';
import { type FigureMeasure, judgeFigures } from './judge-figures.ts';
import { isNoFigure, parseFigure } from './parse-figure.ts';
import { parseFigureDate } from './parse-figure-date.ts';
import { checkShare, isSmallShare, shareValue } from './share.ts';

const today = isoDate('2026-03-12');
const MEASURES: FigureMeasure[] = [
  {
    id: 'one',
    reference: 'M1',
    name: 'Re-referrals within 12 months',
    unit: '%',
    frequency: 'MONTHLY',
    mayNot: '',
    figures: [{ date: isoDate('2025-12-31'), value: 21 }],
  },
  {
    id: 'two',
    reference: 'M2',
    name: 'Mean caseload',
    unit: 'cases',
    frequency: 'MONTHLY',
    mayNot: '',
    figures: [],
  },
  {
    id: 'three',
    reference: 'M3',
    name: 'Weeks in court',
    unit: 'weeks',
    frequency: 'QUARTERLY',
    mayNot: 'Figures are entered by whoever holds the owner post.',
    figures: [],
  },
];

function grid(...rows: (string | null)[][]): WorkbookGrid {
  const cells = rows.map((row, index) => ({
    number: index + 1,
    cells: row.map((text) => (text === null ? null : { text })),
  }));
  return { notes: [], sheets: [{ name: 'Data', isHidden: false, merges: [], blankRows: 0, rows: cells }] };
}
const judge = (file: WorkbookGrid, policy: FigurePolicy = 'SKIP') =>
  judgeFigures(file, { measures: MEASURES, policy, today });
const short = (file: WorkbookGrid, policy?: FigurePolicy) =>
  judge(file, policy).rows.map(({ row, reference, date, value, outcome }) => [
    row,
    reference,
    date,
    value,
    outcome,
  ]);

describe('a row for each figure', () => {
  const HEAD = ['Measure', 'Period ending', 'Actual', 'Numerator', 'Denominator', 'Commentary'];

  test('by reference or name, typed or worked out; each row says what becomes of it', () => {
    const file = grid(
      ['Scorecard, March'],
      HEAD,
      ['M1', '31/01/2026', '22.5%', '', '', 'Two sites merged.'],
      ['re-referrals WITHIN 12 months', 'Feb 2026', '', '45', '200', ''],
      ['', '30/11/2025', 'n/a', '', '', ''],
      ['Mean caseload', '31/01/2026', '1,234', '', '', ''],
      ['M9', '31/01/2026', '4', '', '', ''],
      ['M1', '31/04/2025', '4', '', '', ''],
      ['M3', '31/12/2025', '40', '', '', ''],
      ['M1', '31/12/2025', '20', '', '', ''],
      ['M1', '31/10/2025', '50', '45', '200', ''],
      ['M1', 'Jan 2026', '23', '', '', ''],
      ['M2', '30/04/2026', '18', '', '', ''],
      ['Total', '', '', '', '', ''],
    );
    expect(short(file)).toEqual([
      [1, '', null, null, 'PASSED'],
      [2, '', null, null, 'PASSED'],
      [3, 'M1', '2026-01-31', 22.5, 'ADD'],
      [4, 'M1', '2026-02-28', 22.5, 'ADD'],
      [5, 'M1', '2025-11-30', null, 'NONE'],
      [6, 'M2', '2026-01-31', 1234, 'ADD'],
      [7, '', null, null, 'REFUSED'],
      [8, 'M1', null, null, 'REFUSED'],
      [9, 'M3', null, null, 'REFUSED'],
      [10, 'M1', '2025-12-31', 20, 'KEPT'],
      [11, 'M1', null, null, 'REFUSED'],
      [12, 'M1', '2026-01-31', 23, 'REFUSED'],
      [13, 'M2', null, null, 'REFUSED'],
      [14, '', null, null, 'PASSED'],
    ]);
    const { rows, words, measures } = judge(file);
    const reason = (row: number) => rows.find((one) => one.row === row)?.reason.replaceAll('\u00a0', ' ');
    expect(reason(4)).toBe('45 of 200 is 22.5 %.');
    expect(reason(7)).toContain('no measure of this plan is called “M9”'.slice(1));
    expect(reason(8)).toBe('31/04/2025 is no date: April has 30 days.');
    expect(reason(9)).toBe('Figures are entered by whoever holds the owner post.');
    expect(reason(11)).toBe('50 % is typed, and 45 of 200 is 22.5 %. Mend one of them.');
    expect(reason(12)).toBe('Row 3 has a figure of M1 for 31 January 2026 already.');
    expect(rows[2]?.comment).toBe('Two sites merged.');
    expect(measures).toBe(2);
    expect(words).toBe(
      '3 figures to add, 1 on record with another figure, 1 without a figure, 6 refused, of 2 measures',
    );
  });

  test('the policy decides over a period that has another figure', () => {
    const file = grid(HEAD, ['M1', '31/12/2025', '20'], ['M1', '31/01/2026', '21']);
    expect(judge(file, 'CORRECT').rows[1]).toMatchObject({
      outcome: 'CORRECT',
      reason: 'On record is 21\u00a0%.',
    });
    expect(judge(file, 'SKIP')).toMatchObject({ stop: '' });
    expect(judge(file, 'STOP').stop).toBe(
      '1 period of this file has another figure on record. Keep those or correct them, or mend the file.',
    );
    expect(judge(grid(HEAD, ['M1', '31/12/2025', '21']), 'STOP')).toMatchObject({
      counts: { SAME: 1 },
      stop: 'No figure of this file would be entered as it stands.',
    });
  });
});

describe('a row for each measure, the days across', () => {
  test('every cell is a figure; a first of the month heads the whole month', () => {
    const file = grid(
      ['KPI', 'Owner', 'Nov-25', '01/12/2025', 'Q3 2025/26', 'Jan 2026'],
      ['M2', 'Somebody', '17', '17.5', '', '-'],
      ['Re-referrals within 12 months', '', '20', '21', '21', '45/200'],
    );
    expect(short(file)).toEqual([
      [1, '', null, null, 'PASSED'],
      [2, 'M2', '2025-11-30', 17, 'ADD'],
      [2, 'M2', '2025-12-31', 17.5, 'ADD'],
      [2, 'M2', '2026-01-31', null, 'NONE'],
      [3, 'M1', '2025-11-30', 20, 'ADD'],
      [3, 'M1', '2025-12-31', 21, 'SAME'],
      [3, 'M1', '2025-12-31', 21, 'REFUSED'],
      [3, 'M1', '2026-01-31', 22.5, 'ADD'],
    ]);
  });

  test('a file without headings is explained row by row', () => {
    const found = judge(grid(['Some words'], ['and more']));
    expect(found.counts).toMatchObject({ PASSED: 2, ADD: 0 });
    expect(found.rows[0]?.reason).toContain('No heading on this sheet');
    expect(found.words).toBe('No figure in this file');
  });
});

describe('two counts', () => {
  test.each([
    ['45/60', '%', 75],
    ['45 of 60', '%', 75],
    ['1,200 out of 1,800', '%', 66.7],
    ['62/10,000', 'per 10,000 children', 62],
  ])('%s in %s', (typed, unit, value) => {
    expect(parseFigure(typed, unit)).toMatchObject({ ok: true, value });
  });

  test('what they cannot give is refused', () => {
    expect(parseFigure('45/60', 'days')).toMatchObject({ ok: false });
    expect(parseFigure('60/45', '%')).toMatchObject({ ok: false });
    expect(parseFigure('4/0', '%')).toMatchObject({ ok: false });
    expect(shareValue({ numerator: 1, denominator: 0 }, '%')).toBeNull();
    expect(checkShare({ numerator: 1, denominator: null }, '%')[0]?.field).toBe('denominator');
    expect(checkShare({ numerator: null, denominator: 3 }, '%')[0]?.field).toBe('numerator');
    expect(checkShare({ numerator: null, denominator: null }, '%')).toEqual([]);
  });

  test.each([
    [0, 60, false],
    [1, 60, true],
    [5, 60, true],
    [6, 60, false],
    [54, 60, false],
    [55, 60, true],
    [60, 60, false],
  ])('%i of %i may show who is meant: %s', (numerator, denominator, isSmall) => {
    expect(isSmallShare({ numerator, denominator })).toBe(isSmall);
  });
});

test.each(['n/a', 'N/A', 'na', '-', '–', '..', 'tbc', 'c', 'x', 'not available'])(
  '“%s” is no figure',
  (typed) => {
    expect(isNoFigure(typed)).toBe(true);
  },
);
test.each(['0', '12', 'nine', '', 'cases'])('“%s” is not taken for none', (typed) => {
  expect(isNoFigure(typed)).toBe(false);
});

test.each([
  ['Q1 2025/26', '2025-06-30'],
  ['2025/26 Q4', '2026-03-31'],
  ['Q3 2025-2026', '2025-12-31'],
  ['2025/26', '2026-03-31'],
])('%s ends on %s', (typed, date) => {
  expect(parseFigureDate(typed, 'QUARTERLY')).toMatchObject({ ok: true, date });
});
test.each(['Q5 2025/26', 'Q1 2025/27', 'Q1'])('%s is no period', (typed) => {
  expect(parseFigureDate(typed, 'QUARTERLY').ok).toBe(false);
});
