import { type IsoDate, isoDate } from '@gt/contracts/words';
import { describe, expect, test } from 'vitest';
import { addDays } from '../calendar/index.ts';
import {
  chartWords,
  differenceWords,
  distanceFromTarget,
  isLate,
  isSmallCount,
  type MeasureAim,
  measureReference,
  median,
  movement,
  nextPeriodEnd,
  numberWords,
  periodName,
  runChart,
  valueWords,
} from './index.ts';

const day = (text: string) => isoDate(text);
const START = day('2025-01-31');
const figures = (...values: number[]) =>
  values.map((value, index) => ({ date: addDays(START, index * 30), value }));
const aim = (more: Partial<MeasureAim> = {}): MeasureAim => ({
  unit: '%',
  direction: 'HIGHER_IS_BETTER',
  baseline: 60,
  baselineDate: day('2024-12-31'),
  target: 90,
  ...more,
});

describe('movement', () => {
  const lower = { direction: 'LOWER_IS_BETTER', baseline: 30, target: 10, unit: 'days' } as const;
  const bare = { baseline: null, baselineDate: null, target: null } as const;
  test.each<[string, number[], Partial<MeasureAim>, string]>([
    ['no figure', [], {}, 'NO_FIGURES'],
    ['one figure without a baseline', [70], bare, 'NO_FIGURES'],
    ['one figure after a baseline', [70], {}, 'TOWARDS'],
    ['one figure below the baseline', [55], {}, 'AWAY'],
    ['above the median of three', [70, 74, 73, 78], {}, 'TOWARDS'],
    ['one odd figure before does not hide it', [70, 95, 72, 78], {}, 'TOWARDS'],
    ['within the dead band of 1.5', [70, 74, 73, 74.5], {}, 'STEADY'],
    ['just beyond it', [70, 74, 73, 74.6], {}, 'TOWARDS'],
    ['just below it', [70, 74, 73, 71.4], {}, 'AWAY'],
    ['lower is better, falling', [28, 26, 25, 20], lower, 'TOWARDS'],
    ['lower is better, rising', [20, 21, 22, 28], lower, 'AWAY'],
    ['target met and holding', [92, 93, 92, 92], {}, 'TOWARDS'],
    ['target met, and falling', [99, 98, 99, 92], {}, 'STEADY'],
    ['fallen below its target', [99, 98, 99, 88], {}, 'AWAY'],
    ['without target and baseline the band is 2 %', [100, 100, 100, 102], bare, 'STEADY'],
    ['and beyond it a movement', [100, 100, 100, 102.1], bare, 'TOWARDS'],
    ['an unchanged nought', [0, 0], { ...bare, direction: 'LOWER_IS_BETTER' }, 'STEADY'],
  ])('%s', (_name, values, more, expected) => {
    expect(movement(figures(...values), aim(more)).movement).toBe(expected);
  });

  test('says how it was decided', () => {
    expect(movement(figures(70, 74, 73, 78), aim()).sentence).toBe(
      '5 percentage points better than the median of the 3 figures before it (73\u00a0%)',
    );
    expect(movement(figures(70, 74, 73, 74), aim()).sentence).toContain('too little to call a movement');
    expect(movement(figures(92, 92), aim()).sentence).toMatch(/^The target is met; /);
    expect(movement(figures(70), aim({ baseline: null })).sentence).toBe(
      'One figure alone shows no movement; a second one would',
    );
  });

  test('figures may come in any order, and a baseline later than the first figure is no figure', () => {
    const shuffled = figures(70, 74, 73, 78).reverse();
    expect(movement(shuffled, aim()).movement).toBe('TOWARDS');
    expect(movement(figures(70), aim({ baselineDate: day('2025-06-30') })).movement).toBe('NO_FIGURES');
  });
});

describe('distance from target', () => {
  test.each<[number | null, Partial<MeasureAim>, string]>([
    [85.8, {}, '4.2 percentage points short of the target of 90\u00a0%'],
    [90, {}, 'On the target of 90\u00a0%'],
    [91, {}, '1 percentage point better than the target of 90\u00a0%'],
    [17, { direction: 'LOWER_IS_BETTER', target: 14, unit: 'days' }, '3 days above the target of 14 days'],
    [
      13,
      { direction: 'LOWER_IS_BETTER', target: 14, unit: 'days' },
      '1 day better than the target of 14 days',
    ],
    [85, { target: null }, 'No target set'],
    [null, {}, 'No figure yet; the target of 90\u00a0% stands'],
  ])('%s, case %#', (latest, more, words) => {
    expect(distanceFromTarget(latest, aim(more)).words).toBe(words);
  });

  test('binary fractions leave no trace', () => {
    expect(distanceFromTarget(0.1 + 0.2, aim({ target: 0.3, unit: '' })).words).toBe('On the target of 0.3');
  });
});

describe('late data', () => {
  const monthly = { frequency: 'MONTHLY', baselineDate: null, createdOn: day('2026-01-15') } as const;
  test('are said with the period that is missing', () => {
    const late = isLate(monthly, day('2026-09-30'), day('2026-11-30'));
    expect(late).toEqual({
      isLate: true,
      daysLate: 9,
      missing: 1,
      words: 'Last figure is of 30 September 2026; October’s is 9 days late',
    });
  });

  test.each<[IsoDate, number]>([
    [day('2026-11-21'), 0],
    [day('2026-11-22'), 1],
    [day('2026-12-21'), 1],
    [day('2026-12-22'), 2],
  ])('on %s %i are missing', (today, missing) => {
    expect(isLate(monthly, day('2026-09-30'), today).missing).toBe(missing);
  });

  test('several missing figures, another year, and none yet', () => {
    expect(isLate(monthly, day('2025-12-31'), day('2026-03-25')).words).toBe(
      'Last figure is of 31 December 2025; January 2026’s is 32 days late, and 1 more is missing',
    );
    expect(isLate(monthly, null, day('2026-02-22')).words).toBe(
      'No figure yet; January 2026’s is 1 day late',
    );
    expect(isLate({ ...monthly, baselineDate: day('2026-01-31') }, null, day('2026-02-22')).isLate).toBe(
      false,
    );
  });

  test('each frequency has its own grace', () => {
    const of = (frequency: 'WEEKLY' | 'QUARTERLY' | 'YEARLY', today: IsoDate) =>
      isLate({ ...monthly, frequency }, day('2026-03-31'), today);
    expect(of('WEEKLY', day('2026-04-14')).isLate).toBe(false);
    expect(of('WEEKLY', day('2026-04-15')).words).toContain('that of the week to 7 April 2026 is 1 day late');
    expect(of('QUARTERLY', day('2026-08-11')).isLate).toBe(false);
    expect(of('QUARTERLY', day('2026-08-12')).isLate).toBe(true);
    expect(of('YEARLY', day('2027-06-29')).isLate).toBe(false);
    expect(of('YEARLY', day('2027-06-30')).isLate).toBe(true);
  });

  test('a measure set up long ago ends its count', () => {
    expect(isLate({ ...monthly, frequency: 'WEEKLY' }, day('2000-01-01'), day('2026-01-01')).missing).toBe(
      400,
    );
  });
});

describe('periods', () => {
  test.each<[string, 'WEEKLY' | 'MONTHLY' | 'QUARTERLY' | 'YEARLY', string]>([
    ['2026-02-28', 'MONTHLY', '2026-03-31'],
    ['2026-01-31', 'MONTHLY', '2026-02-28'],
    ['2028-01-31', 'MONTHLY', '2028-02-29'],
    ['2026-01-15', 'MONTHLY', '2026-02-15'],
    ['2026-01-30', 'MONTHLY', '2026-02-28'],
    ['2026-12-31', 'MONTHLY', '2027-01-31'],
    ['2025-11-30', 'QUARTERLY', '2026-02-28'],
    ['2026-03-31', 'YEARLY', '2027-03-31'],
    ['2026-03-30', 'WEEKLY', '2026-04-06'],
  ])('after %s, %s: %s', (from, frequency, to) => {
    expect(nextPeriodEnd(day(from), frequency)).toBe(to);
  });

  test('names', () => {
    expect(periodName(day('2026-10-31'), 'MONTHLY')).toBe('October 2026');
    expect(periodName(day('2026-10-31'), 'MONTHLY', '2026')).toBe('October');
    expect(periodName(day('2026-10-15'), 'MONTHLY')).toBe('the month to 15 October 2026');
    expect(periodName(day('2026-12-31'), 'QUARTERLY')).toBe('the quarter to 31 December 2026');
  });
});

describe('run chart', () => {
  const low = [10, 12, 11, 13, 12, 11];
  test('six on one side of the median are a shift, on either side of it', () => {
    const facts = runChart(figures(...low, 20, 22, 21, 23, 22, 21), 'HIGHER_IS_BETTER');
    expect(facts.runs).toMatchObject([
      { kind: 'SHIFT', way: 'DOWN', points: 6, isBetter: false },
      { kind: 'SHIFT', way: 'UP', points: 6, isBetter: true },
    ]);
  });

  test('five are none; one on the median neither counts nor breaks', () => {
    expect(runChart(figures(1, 9, 1, 9, 1, 1, 1, 9, 9, 9), 'HIGHER_IS_BETTER').runs).toEqual([]);
    const through = runChart(figures(1, 1, 1, 5, 1, 1, 1, 5, 9, 9, 9, 9, 9), 'HIGHER_IS_BETTER');
    expect(through.median).toBe(5);
    expect(through.runs[0]).toMatchObject({ kind: 'SHIFT', way: 'DOWN', points: 6 });
  });

  test('fewer than ten figures are too few for shifts and enough for a trend', () => {
    const facts = runChart(figures(5, 6, 7, 7, 8, 9, 4), 'LOWER_IS_BETTER');
    expect(facts.isEnough).toBe(false);
    expect(facts.runs).toMatchObject([{ kind: 'TREND', way: 'UP', points: 5, isBetter: false }]);
  });

  test('a turning point ends one trend and begins the next', () => {
    const { runs } = runChart(figures(1, 2, 3, 4, 5, 4, 3, 2, 1), 'HIGHER_IS_BETTER');
    expect(runs.map(({ way, points }) => [way, points])).toEqual([
      ['UP', 5],
      ['DOWN', 5],
    ]);
  });

  test('no figure, one figure and equal figures', () => {
    expect(runChart([], 'HIGHER_IS_BETTER').median).toBeNull();
    expect(runChart(figures(4), 'HIGHER_IS_BETTER')).toMatchObject({ median: 4, runs: [] });
    expect(runChart(figures(...Array<number>(12).fill(3)), 'HIGHER_IS_BETTER').runs).toEqual([]);
    expect(median([3, 1, 2])).toBe(2);
    expect(median([1, 2])).toBe(1.5);
  });
});

describe('words', () => {
  test('under a chart', () => {
    const words = chartWords(figures(62, 66, 70, 74, 78), { ...aim(), frequency: 'MONTHLY' });
    expect(words).toEqual([
      '78\u00a0% on 31 May 2025, up 18 percentage points from the baseline of 60\u00a0% on 31 December 2024.',
      '12 percentage points short of the target of 90\u00a0%.',
      '8 percentage points better than the median of the 3 figures before it (70\u00a0%).',
      'The last 5 figures all rise: a trend for the better.',
    ]);
    expect(chartWords([], { ...aim(), frequency: 'MONTHLY' })).toEqual([
      'No figure yet; the target of 90\u00a0% stands.',
      'The baseline is 60\u00a0% on 31 December 2024.',
    ]);
  });

  test('of shifts the newest is told, and where a measure came from is no shift for the worse', () => {
    const monthly = { ...aim(), frequency: 'MONTHLY' } as const;
    const risen = chartWords(figures(60, 61, 60, 61, 60, 61, 80, 81, 80, 81, 80, 81), monthly);
    expect(risen.filter((line) => line.includes('median:'))).toEqual([
      'The last 6 figures are all above the median: a shift for the better.',
    ]);
    const back = chartWords(figures(60, 61, 60, 61, 60, 61, 80, 81, 59, 81, 60, 81), monthly);
    expect(back.at(-1)).toBe('No shift and no trend: the figures vary as they have before.');
    const started = chartWords(figures(60, 62, 60, 62, 60, 62, 80, 81, 59, 81, 80, 81, 80, 81), monthly);
    expect(started.at(-1)).toBe('The first 6 figures were all below the median.');
  });

  test('figures with their unit', () => {
    expect(measureReference(4)).toBe('M4');
    expect(valueWords(1, 'days')).toBe('1 day');
    expect(valueWords(1, 'children')).toBe('1 child');
    expect(valueWords(1, 'per 10,000 children')).toBe('1 per 10,000 children');
    expect(valueWords(-1200, '£')).toBe('−£1,200');
    expect(valueWords(1.2, '£m')).toBe('£1.2m');
    expect(numberWords(12400.5)).toBe('12,400.5');
    expect(numberWords(-0.00001)).toBe('0');
    expect(differenceWords(-1, '%')).toBe('1 percentage point');
  });

  test('small counts are of people, not of days or shares', () => {
    expect(isSmallCount(3, 'children')).toBe(true);
    expect([isSmallCount(0, 'children'), isSmallCount(6, 'children'), isSmallCount(2.5, '')]).toEqual([
      false,
      false,
      false,
    ]);
    expect([isSmallCount(3, 'days'), isSmallCount(3, '%'), isSmallCount(3, 'per 10,000')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
