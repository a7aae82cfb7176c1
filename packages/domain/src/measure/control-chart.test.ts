import { type IsoDate, isoDate } from '@gt/contracts/words';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../calendar/index.ts';
import { type ControlRule, controlChart } from './control-chart.ts';
import { controlPointWords, controlWords } from './control-words.ts';

const FIRST = isoDate('2025-01-01');
const day = (index: number): IsoDate => addDays(FIRST, index * 7);
const series = (values: readonly number[]) => values.map((value, index) => ({ date: day(index), value }));
const HIGHER = { direction: 'HIGHER_IS_BETTER', target: null } as const;
const LOWER = { direction: 'LOWER_IS_BETTER', target: null } as const;

/** The positions, from nought, that carry a rule. */
const marked = (values: readonly number[], rule: ControlRule) =>
  controlChart(series(values), HIGHER).points.flatMap(({ rules }, index) =>
    rules.includes(rule) ? [index] : [],
  );
const isQuiet = (values: readonly number[]) =>
  controlChart(series(values), HIGHER).points.every(({ signal }) => signal === 'COMMON_CAUSE');

/** 860 ÷ 12 = 71.6667; ranges 2 4 3 2 4 1 2 1 2 4 3 = 28 ÷ 11 = 2.5455; × 2.66 = 6.7709. */
const STEADY = [71, 73, 69, 72, 74, 70, 71, 73, 72, 70, 74, 71];
/** Mean 50, mean moving range 10, limits 23.4 and 76.6: nothing is outside, near, or a trend. */
const HIGH = [55, 65, 55, 65, 55, 65, 55];
const LOW = [45, 35, 45, 35, 45, 35, 45];

describe('mean and limits', () => {
  test.each([
    ['alternating', [10, 12, 10, 12, 10, 12, 10, 12], { mean: 11, lower: 5.68, upper: 16.32 }],
    ['a dozen', STEADY, { mean: 71.6667, lower: 64.8958, upper: 78.4376 }],
    ['all the same', [4, 4, 4, 4, 4, 4, 4, 4], { mean: 4, lower: 4, upper: 4 }],
  ])('%s, worked out by hand', (_, values, limits) => {
    expect(controlChart(series(values), HIGHER).segments).toMatchObject([{ limits }]);
  });

  test('seven figures make none, eight make provisional ones, twelve firm ones', () => {
    const of = (count: number) => controlChart(series(STEADY.slice(0, count)), HIGHER);
    expect(of(7)).toMatchObject({ segments: [{ limits: null }], signal: 'TOO_FEW', assurance: 'NOT_KNOWN' });
    expect(of(8).segments[0]?.limits).not.toBeNull();
    expect(of(11).segments[0]?.isProvisional).toBe(true);
    expect(of(12).segments[0]?.isProvisional).toBe(false);
    expect(controlChart([], HIGHER)).toMatchObject({ segments: [], points: [], signal: 'TOO_FEW' });
  });

  test('the order in which figures are given does not matter', () => {
    expect(controlChart(series(STEADY).toReversed(), HIGHER)).toEqual(controlChart(series(STEADY), HIGHER));
  });
});

describe('the four rules, each at its boundary', () => {
  test('outside: only what lies beyond a limit', () => {
    // 145 ÷ 12 = 12.0833; ranges ten ones and 19 = 29 ÷ 11 = 2.6364; limit 19.096.
    expect(marked([10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 11, 30], 'OUTSIDE')).toEqual([11]);
    expect(isQuiet([4, 4, 4, 4, 4, 4, 4, 4])).toBe(true);
  });

  test('shift: seven in a row on one side, not six', () => {
    expect(marked([...HIGH, ...LOW], 'SHIFT')).toHaveLength(14);
    expect(isQuiet([...HIGH.slice(0, 6), ...LOW.slice(0, 6)])).toBe(true);
  });

  test('shift: a figure on the mean breaks the run', () => {
    expect(isQuiet([55, 65, 55, 50, 65, 55, 65, 55, 45, 35, 45, 50, 35, 45, 35, 45])).toBe(true);
  });

  test('trend: seven in a row that rise, not six', () => {
    // Seven: 670 ÷ 13 = 51.54, limits 37.35 and 65.72; the first of the seven is the one it begins from.
    expect(marked([50, 60, 50, 60, 50, 44, 46, 48, 50, 52, 54, 56, 50], 'TREND')).toEqual([
      5, 6, 7, 8, 9, 10, 11,
    ]);
    expect(isQuiet([50, 60, 50, 60, 50, 46, 48, 50, 52, 54, 56, 50])).toBe(true);
  });

  test('trend: an equal neighbour breaks it', () => {
    expect(isQuiet([50, 60, 50, 60, 50, 44, 46, 48, 48, 50, 52, 54, 56, 50])).toBe(true);
  });

  test('near a limit: two of three on one side; the one between them carries no mark', () => {
    const quiet = [50, 51, 50, 51, 50, 51, 50, 51, 50, 51, 50, 51];
    // 763.5 ÷ 15 = 50.9; ranges 16 ÷ 14 = 1.143; limit 3.04 above, its outer third from 2.03 on: 53 lies 2.1 above.
    expect(marked([...quiet, 53, 51.5, 53], 'NEAR_LIMIT')).toEqual([12, 14]);
    // The middle one on the other side of the mean, 50.887.
    expect(marked([...quiet, 53.4, 50.5, 53.4], 'NEAR_LIMIT')).toEqual([]);
    expect(marked([...quiet, 53, 51.5, 51.5], 'NEAR_LIMIT')).toEqual([]);
  });
});

describe('what is found is named by the direction', () => {
  const rising = [50, 60, 50, 60, 50, 44, 46, 48, 50, 52, 54, 56];

  test('a trend by its way, everything else by its side', () => {
    expect(controlChart(series(rising), HIGHER).signal).toBe('IMPROVEMENT');
    expect(controlChart(series(rising), LOWER).signal).toBe('CONCERN');
    const low = controlChart(series([...HIGH, ...LOW]), HIGHER);
    expect(low.points.map(({ signal }) => signal)).toEqual([
      ...Array(7).fill('IMPROVEMENT'),
      ...Array(7).fill('CONCERN'),
    ]);
  });

  test('the rest is noise, and says so', () => {
    const chart = controlChart(series(STEADY), HIGHER);
    expect(chart.signal).toBe('COMMON_CAUSE');
    expect(controlPointWords({ signal: 'COMMON_CAUSE', rules: [] })).toBe('Noise');
    expect(controlPointWords({ signal: 'CONCERN', rules: ['OUTSIDE', 'SHIFT'] })).toBe(
      'Concern: outside the limits and one of seven or more in a row on one side of the mean',
    );
  });

  test.each([
    ['HIGHER_IS_BETTER', 64.8, 'PASSES'],
    ['HIGHER_IS_BETTER', 64.9, 'HIT_AND_MISS'],
    ['HIGHER_IS_BETTER', 78.4, 'HIT_AND_MISS'],
    ['HIGHER_IS_BETTER', 78.5, 'FAILS'],
    ['LOWER_IS_BETTER', 78.5, 'PASSES'],
    ['LOWER_IS_BETTER', 78.4, 'HIT_AND_MISS'],
    ['LOWER_IS_BETTER', 64.8, 'FAILS'],
    ['HIGHER_IS_BETTER', null, 'NOT_KNOWN'],
  ] as const)('%s with a target of %s: %s', (direction, target, assurance) => {
    expect(controlChart(series(STEADY), { direction, target }).assurance).toBe(assurance);
  });
});

describe('a step begins mean and limits anew', () => {
  const values = [...STEADY, ...STEADY.map((value) => value + 20)];

  test('no rule looks across it, and each side has its own limits', () => {
    const whole = controlChart(series(values), HIGHER);
    expect(whole.signal).toBe('IMPROVEMENT');
    const cut = controlChart(series(values), HIGHER, [{ date: day(12) }]);
    expect(cut.segments).toMatchObject([
      { from: day(0), to: day(11), limits: { mean: 71.6667 } },
      { from: day(12), to: day(23), limits: { mean: 91.6667 } },
    ]);
    expect(cut.points.every(({ signal }) => signal === 'COMMON_CAUSE')).toBe(true);
  });

  test('a step between two figures begins with the next; one outside the figures changes nothing', () => {
    const at = controlChart(series(values), HIGHER, [{ date: addDays(day(11), 1) }]);
    expect(at.segments.map(({ from }) => from)).toEqual([day(0), day(12)]);
    for (const date of [addDays(FIRST, -1), FIRST, day(40)])
      expect(controlChart(series(values), HIGHER, [{ date }])).toEqual(controlChart(series(values), HIGHER));
  });

  test('after it there are too few figures for a while, and the words say so', () => {
    const few = controlChart(series([...STEADY, 90, 91]), HIGHER, [{ date: day(12) }]);
    expect(few.signal).toBe('TOO_FEW');
    expect(controlWords(few, { unit: '%', target: 90 })).toEqual([
      'Since the step of 26 March 2025 there are 2 figures; limits are drawn from 8 on, and are firm from 12.',
    ]);
  });
});

test('words name the rule, the limits and the target', () => {
  const chart = controlChart(series(STEADY), { direction: 'HIGHER_IS_BETTER', target: 90 });
  expect(controlWords(chart, { unit: '%', target: 90 })).toEqual([
    'No more than noise: the figure of 19 March 2025 lies where the figures before it lead one to expect.',
    'The mean is 71.7\u00a0%; as things are, figures vary between 64.9\u00a0% and 78.4\u00a0%.',
    'Will not meet the target as things are: the target of 90\u00a0% lies outside the limits, 11.6 percentage points beyond them.',
  ]);
});

describe('invariants', () => {
  const values = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 8, maxLength: 40 });
  const rulesOf = (given: readonly number[]) =>
    controlChart(series(given), HIGHER).points.map(({ rules }) => rules);
  const limitsOf = (given: readonly number[]) => controlChart(series(given), HIGHER).segments[0]?.limits;

  test('moved or stretched figures move and stretch the limits, and no rule', () => {
    fc.assert(
      fc.property(
        values,
        fc.integer({ min: -1000, max: 1000 }),
        fc.constantFrom(0.5, 2, 8),
        (own, by, times) => {
          const changed = own.map((value) => value * times + by);
          expect(rulesOf(changed)).toEqual(rulesOf(own));
          const [was, is] = [limitsOf(own), limitsOf(changed)];
          for (const part of ['mean', 'lower', 'upper'] as const)
            expect(is?.[part] ?? 0).toBeCloseTo((was?.[part] ?? 0) * times + by, 2);
        },
      ),
    );
  });

  test('upside down, improvement and concern change places', () => {
    fc.assert(
      fc.property(values, (own) => {
        const down = own.map((value) => -value);
        expect(controlChart(series(down), LOWER).points.map(({ signal }) => signal)).toEqual(
          controlChart(series(own), HIGHER).points.map(({ signal }) => signal),
        );
      }),
    );
  });

  test('every figure stands in one part, and limits hold the mean between them', () => {
    fc.assert(
      fc.property(values, fc.array(fc.integer({ min: 0, max: 45 }), { maxLength: 4 }), (own, cuts) => {
        const chart = controlChart(
          series(own),
          HIGHER,
          cuts.map((cut) => ({ date: day(cut) })),
        );
        expect(chart.points).toHaveLength(own.length);
        expect(chart.segments.reduce((sum, { figures }) => sum + figures, 0)).toBe(own.length);
        for (const { limits } of chart.segments)
          if (limits) expect(limits.lower <= limits.mean && limits.mean <= limits.upper).toBe(true);
      }),
    );
  });
});
