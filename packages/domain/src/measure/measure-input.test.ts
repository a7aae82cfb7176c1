import { isoDate } from '@gt/contracts/words';
import { describe, expect, test } from 'vitest';
import {
  measureWarnings,
  parseFigure,
  parseFigureDate,
  parsePastedFigures,
  pasteProblem,
  pasteWords,
  validateMeasure,
} from './index.ts';

const TODAY = isoDate('2026-03-12');

describe('dates as a spreadsheet shows them', () => {
  test.each([
    ['31/03/2026', '2026-03-31'],
    ['31.3.26', '2026-03-31'],
    ['31 March 2026', '2026-03-31'],
    ['31-Mar-26', '2026-03-31'],
    ['31st March, 2026', '2026-03-31'],
    ['2026-03-31', '2026-03-31'],
    ['2026-03-31 00:00:00', '2026-03-31'],
    ['Mar 2026', '2026-03-31'],
    ['Mar-26', '2026-03-31'],
    ['Sept 2025', '2025-09-30'],
    ['February 2024', '2024-02-29'],
    ['03/2026', '2026-03-31'],
    ['2026-03', '2026-03-31'],
    ['"31/03/2026"', '2026-03-31'],
  ])('%s', (typed, date) => {
    expect(parseFigureDate(typed, 'MONTHLY')).toMatchObject({ ok: true, date });
  });

  test.each([
    ['31/04/2024', '31/04/2024 is no date: April has 30 days'],
    ['29/02/2026', '29/02/2026 is no date: February 2026 has 28 days'],
    ['03/31/2026', '03/31/2026 is no date: there is no month 31. Write the day first, as 31/03/2026'],
    ['00/04/2026', '00/04/2026 is no date: there is no day 0'],
    ['13/2026', '13/2026 is no date: there is no month 13'],
    ['31/03/1826', '31/03/1826 is no date between 1900 and 2200'],
    ['46112', '“46112” is a spreadsheet’s day number. Format the column as a date and copy it again'],
    ['Q3', '“Q3” is no date. Write it as 31/03/2026, or a month as Mar 2026'],
    ['', 'there is no date'],
  ])('%s is refused', (typed, reason) => {
    expect(parseFigureDate(typed, 'MONTHLY')).toEqual({ ok: false, reason });
  });

  test('a weekly measure needs a day; the first of a month is questioned', () => {
    expect(parseFigureDate('Mar 2026', 'WEEKLY')).toMatchObject({ ok: false });
    expect(parseFigureDate('01/03/2026', 'MONTHLY')).toMatchObject({
      ok: true,
      note: 'Read as the first day of a month. For March’s figure write Mar 2026',
    });
  });
});

describe('figures', () => {
  test.each([
    ['78.4', '%', 78.4],
    ['78.4%', '%', 78.4],
    ['78.4 %', '%', 78.4],
    ['1,234', 'children', 1234],
    ['1,234,567.5', '', 1234567.5],
    ['£1,200.50', '£', 1200.5],
    ['-£40', '£', -40],
    ['−3', '', -3],
    ['12 days', 'days', 12],
    ['"1,234"', '', 1234],
    ['0', '', 0],
  ])('%s in %s', (typed, unit, value) => {
    expect(parseFigure(typed, unit)).toMatchObject({ ok: true, value });
  });

  test.each([
    ['n/a', '', '“n/a” is not a number'],
    ['', '', 'there is no figure beside the date'],
    ['12,34', '', '“12,34” has a comma for its decimals. Write it with a full stop, as 78.4'],
    ['1.234,56', '', '“1.234,56” has a comma for its decimals. Write it with a full stop, as 78.4'],
    ['1,23,456', '', '“1,23,456” is not a number'],
    ['=1+1', '', '“=1+1” is not a number'],
    ['78%', 'days', '“78%” is a percentage, and the unit here is “days”'],
    ['9999999999999', '', '“9999999999999” is larger than 1,000,000,000'],
    ['Infinity', '', '“Infinity” is not a number'],
    ['1e9', '', '“1e9” is not a number'],
  ])('%s is refused', (typed, unit, reason) => {
    expect(parseFigure(typed, unit)).toEqual({ ok: false, reason });
  });

  test('what may have been meant otherwise is said', () => {
    expect(parseFigure('0.784', '%')).toMatchObject({ value: 0.784, note: 'Read as 0.784 %, not 78.4 %' });
    expect(parseFigure('33.333333333', '%')).toMatchObject({ value: 33.3333 });
  });
});

describe('pasted rows', () => {
  const measure = {
    unit: '%',
    frequency: 'MONTHLY',
    figures: [
      { date: isoDate('2025-12-31'), value: 70 },
      { date: isoDate('2026-01-31'), value: 71 },
    ],
  } as const;
  const paste = (text: string) => parsePastedFigures(text, measure, TODAY);

  test('each row says what becomes of it', () => {
    const rows = paste(
      [
        'Month\tValue',
        'Nov 2025\t68.5%',
        '',
        '31/12/2025\t70',
        '31/01/2026\t72 %\tRestated after an audit',
        '31/04/2024\t71%',
        'Feb 2026\tn/a',
        'Nov 2025\t69',
        '31/03/2026\t75',
        '31/12/1999\t50',
      ].join('\r\n'),
    );
    expect(rows.map(({ line, outcome, reason }) => [line, outcome, reason])).toEqual([
      [1, 'HEADING', 'Looks like the names of the columns, so it is passed over.'],
      [2, 'ADD', ''],
      [4, 'SAME', 'This figure is on record already.'],
      [5, 'CORRECT', 'On record is 71\u00a0%.'],
      [6, 'REFUSED', '31/04/2024 is no date: April has 30 days.'],
      [7, 'NONE', '“n/a”: no figure, so none is entered.'],
      [8, 'REFUSED', '30 November 2025 stands in line 2 already.'],
      [9, 'REFUSED', '31 March 2026 must be today or in the past.'],
      [10, 'REFUSED', '31 December 1999 must be in 2000 or later.'],
    ]);
    expect(rows[3]).toMatchObject({ comment: 'Restated after an audit', value: 72 });
    expect(pasteWords(rows)).toBe(
      '1 figure to add, 1 figure to correct, 1 figure on record already, 1 row without a figure, 4 rows refused',
    );
  });

  test.each([
    ['31/10/2025 68.5', '2025-10-31', 68.5],
    ['31/10/2025,68.5', '2025-10-31', 68.5],
    ['31/10/2025;68.5', '2025-10-31', 68.5],
    ['Oct 2025  68.5%', '2025-10-31', 68.5],
    ['31 October 2025: 68.5', '2025-10-31', 68.5],
  ])('without a tab: %s', (line, date, value) => {
    expect(paste(line)).toMatchObject([{ outcome: 'ADD', date, value }]);
  });

  test('thousands survive a row parted by a space', () => {
    const rows = parsePastedFigures('31/10/2025 1,234', { ...measure, unit: 'children' }, TODAY);
    expect(rows).toMatchObject([{ outcome: 'ADD', value: 1234 }]);
    const small = parsePastedFigures('31/10/2025 3', { ...measure, unit: 'children' }, TODAY);
    expect(small[0]?.reason).toContain('Counts of 1 to 5');
  });

  test('nothing and too much', () => {
    expect(pasteProblem(' \n ')).toBe('Paste two columns: the date and the figure');
    expect(pasteProblem('x\n'.repeat(501))).toBe('Paste at most 500 rows at once; these are 501');
    expect(() => paste('x\n'.repeat(501))).toThrow(RangeError);
    expect(pasteWords(paste('Month\tValue'))).toBe('No figure in these rows');
  });
});

describe('a measure as typed', () => {
  test.each([
    [{ name: ' ' }, 'name', 'Enter a name, such as “Approved foster carers”'],
    [{ name: 'x'.repeat(201) }, 'name', 'The name must be 200 characters or fewer. Shorten it by 1.'],
    [{ direction: 'UP' }, 'direction', 'Choose which way is better: higher or lower'],
    [{ frequency: 'DAILY' }, 'frequency', 'Choose how often a figure comes: weekly to yearly'],
    [{ baseline: 2e9 }, 'baseline', 'The baseline must be between −1,000,000,000 and 1,000,000,000'],
    [{ target: 1.23456 }, 'target', 'The target must have no more than 4 decimals'],
    [{ target: Number.NaN }, 'target', 'The target must be a number, such as 78.4'],
    [
      { baselineDate: isoDate('2026-03-13') },
      'baselineDate',
      'The day of the baseline must be today or in the past',
    ],
    [
      { baselineDate: isoDate('1999-12-31') },
      'baselineDate',
      'The day of the baseline must be in 2000 or later',
    ],
    [
      { baselineDate: isoDate('2026-03-01'), targetDate: isoDate('2026-03-01') },
      'targetDate',
      'The day of the target must be after the day of the baseline',
    ],
  ])('%o', (input, field, message) => {
    expect(validateMeasure(input, TODAY)).toEqual([{ field, message }]);
  });

  test('what looks wrong is said and not refused', () => {
    const input = {
      unit: '%',
      direction: 'HIGHER_IS_BETTER',
      baseline: 78,
      target: 60,
      definition: 'x',
    } as const;
    expect(validateMeasure(input, TODAY)).toEqual([]);
    expect(measureWarnings(input).map(({ field }) => field)).toEqual(['target']);
    expect(measureWarnings({ ...input, direction: 'LOWER_IS_BETTER' })).toEqual([]);
    expect(measureWarnings({ ...input, target: 120 }).map(({ message }) => message)).toEqual([
      '120\u00a0% is outside 0 to 100 %. Check the figure or the unit.',
    ]);
    expect(measureWarnings({ ...input, target: 78 })[0]?.message).toContain('nothing would have to change');
    const small = { ...input, unit: 'children', baseline: 3, target: 6, definition: '' };
    expect(measureWarnings(small).map(({ field }) => field)).toEqual(['baseline', 'definition']);
  });
});
