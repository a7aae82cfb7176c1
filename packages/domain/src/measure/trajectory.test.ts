import { isoDate } from '@gt/contracts/words';
import { describe, expect, test } from 'vitest';
import { parsePlanned, plannedText } from './parse-planned.ts';
import { straightLine } from './straight-line.ts';
import { trajectoryLine, trajectoryPosition, validatePlanned } from './trajectory.ts';

const aim = {
  unit: '%',
  direction: 'HIGHER_IS_BETTER',
  baseline: 60,
  baselineDate: isoDate('2026-03-31'),
  target: 90,
  targetDate: isoDate('2027-03-31'),
} as const;
const at = (date: string, value: number) => ({ date: isoDate(date), value });
const PLANNED = [at('2026-06-30', 70), at('2026-12-31', 76)];

describe('where the newest figure stands against the plan', () => {
  test.each([
    // 92 of the 184 days from 70 to 76: half-way, 73.
    [
      'between two values',
      at('2026-09-30', 72),
      'BEHIND',
      '1 percentage point behind the trajectory (73 % planned for 30 September 2026)',
    ],
    ['on a planned day', at('2026-06-30', 70), 'ON', 'On the trajectory (70 % planned for 30 June 2026)'],
    [
      'better than planned',
      at('2026-12-31', 80.5),
      'AHEAD',
      '4.5 percentage points ahead of the trajectory (76 % planned for 31 December 2026)',
    ],
    [
      'after the day of the target',
      at('2027-06-30', 88),
      'BEHIND',
      '2 percentage points behind the trajectory (90 % planned for 30 June 2027)',
    ],
    [
      'on the day of the baseline',
      at('2026-03-31', 60),
      'ON',
      'On the trajectory (60 % planned for 31 March 2026)',
    ],
  ])('%s', (_, latest, position, words) => {
    const found = trajectoryPosition(latest, aim, PLANNED);
    expect([found.position, found.words.replaceAll('\u00a0', ' ')]).toEqual([position, words]);
  });

  test('lower is better turns it round', () => {
    const down = { ...aim, direction: 'LOWER_IS_BETTER', baseline: 90, target: 60 } as const;
    expect(trajectoryPosition(at('2026-06-30', 72), down, PLANNED).position).toBe('BEHIND');
    expect(trajectoryPosition(at('2026-06-30', 68), down, PLANNED).position).toBe('AHEAD');
  });

  test('nothing is assumed without a plan, without a figure, or before the plan begins', () => {
    for (const found of [
      trajectoryPosition(at('2026-09-30', 72), aim, []),
      trajectoryPosition(null, aim, PLANNED),
      trajectoryPosition(at('2026-03-30', 72), aim, PLANNED),
    ])
      expect(found).toMatchObject({ position: 'NONE', planned: null, words: '' });
    expect(trajectoryLine(aim, [])).toEqual([]);
  });
});

describe('the straight line', () => {
  test('a value at the end of each period between baseline and target', () => {
    const line = straightLine({ ...aim, targetDate: isoDate('2026-06-30'), frequency: 'MONTHLY' });
    // 30 and 61 of 91 days of the way of 30.
    expect(line).toEqual([at('2026-04-30', 69.9), at('2026-05-31', 80.1)]);
  });

  test('counts stay whole, and long ways take longer steps', () => {
    const households = { ...aim, unit: 'households', baseline: 210, target: 240 };
    const monthly = straightLine({ ...households, frequency: 'MONTHLY' });
    expect(monthly).toHaveLength(11);
    expect(monthly?.every(({ value }) => Number.isInteger(value))).toBe(true);
    expect(straightLine({ ...households, frequency: 'WEEKLY' })).toHaveLength(11);
    const years = straightLine({ ...aim, targetDate: isoDate('2031-03-31'), frequency: 'MONTHLY' });
    expect(years).toHaveLength(19);
  });

  test('none while an end is missing', () => {
    expect(straightLine({ ...aim, baselineDate: null, frequency: 'MONTHLY' })).toBeNull();
    expect(straightLine({ ...aim, target: null, frequency: 'MONTHLY' })).toBeNull();
  });
});

describe('planned values as typed', () => {
  const measure = { unit: '%', frequency: 'MONTHLY' } as const;

  test.each([
    ['31 March 2027: 72 %', at('2027-03-31', 72)],
    ['31/03/2027\t72', at('2027-03-31', 72)],
    ['Mar 2027; 72.5%', at('2027-03-31', 72.5)],
    ['31 March 2027 72 %', at('2027-03-31', 72)],
    ['Q4 2026/27: 72', at('2027-03-31', 72)],
  ])('%s', (line, value) => {
    expect(parsePlanned(line, measure)).toEqual({ planned: [value], problems: [] });
  });

  test('what is wrong names its line, and what is written reads back', () => {
    const { planned, problems } = parsePlanned('Mar 2027: 72\n\nsoon: 80\n30/06/2027: many', measure);
    expect(planned).toHaveLength(1);
    expect(problems).toHaveLength(2);
    expect(problems[0]).toMatch(/^Line 3: “soon” is no date/);
    expect(problems[1]).toMatch(/^Line 4: “many” is not a number/);
    expect(parsePlanned(plannedText(PLANNED, '%'), measure).planned).toEqual(PLANNED);
  });

  test('each day once, after the baseline and before the target', () => {
    expect(validatePlanned(PLANNED, aim)).toEqual([]);
    const wrong = [at('2026-03-31', 60), at('2026-06-30', 70), at('2026-06-30', 71), at('2027-03-31', 90)];
    expect(validatePlanned(wrong, aim).map(({ message }) => message)).toEqual([
      '31 March 2026 is not after the day of the baseline, 31 March 2026',
      '30 June 2026 stands twice',
      '31 March 2027 is not before the day of the target, 31 March 2027',
    ]);
    const many = Array.from({ length: 61 }, () => at('2026-06-30', 70));
    expect(validatePlanned(many, aim)[0]?.message).toBe('Plan at most 60 values; these are 61');
  });
});
