import { isoDate } from '@gt/contracts/words';
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { addDays } from '../calendar/index.ts';
import { type CoverItem, coverageWords, MONTHS_SHOWN, monthsCovered, uncoveredSpans } from './index.ts';

const today = isoDate('2026-03-12');
const inspected = isoDate('2025-12-12');
const item = (reference: string, from: string | null, to: string | null, change = {}): CoverItem => ({
  reference,
  state: 'ACCEPTED',
  periodFrom: from === null ? null : isoDate(from),
  periodTo: to === null ? null : isoDate(to),
  ...change,
});
const strip = (items: CoverItem[], since = inspected) =>
  monthsCovered(items, since, today)
    .map(({ key, references }) => `${key}:${references.join('+')}`)
    .join(' ');

test.each<[string, CoverItem[], string]>([
  ['nothing', [], '2025-12: 2026-01: 2026-02: 2026-03:'],
  ['a span', [item('E1', '2026-01-15', '2026-02-03')], '2025-12: 2026-01:E1 2026-02:E1 2026-03:'],
  ['one end', [item('E1', null, '2026-01-31')], '2025-12: 2026-01:E1 2026-02: 2026-03:'],
  ['no period', [item('E1', null, null)], '2025-12: 2026-01: 2026-02: 2026-03:'],
  [
    'from before the inspection',
    [item('E1', '2024-01-01', '2025-12-01')],
    '2025-12:E1 2026-01: 2026-02: 2026-03:',
  ],
  [
    'not accepted',
    [item('E1', '2026-01-01', '2026-01-31', { state: 'SUBMITTED' })],
    '2025-12: 2026-01: 2026-02: 2026-03:',
  ],
  [
    'superseded',
    [item('E1', '2026-01-01', '2026-01-31', { supersededBy: 'E2' })],
    '2025-12: 2026-01: 2026-02: 2026-03:',
  ],
  [
    'two in one month',
    [item('E1', '2026-03-01', '2026-03-02'), item('E2', '2026-03-09', null)],
    '2025-12: 2026-01: 2026-02: 2026-03:E1+E2',
  ],
])('%s', (_, items, expected) => {
  expect(strip(items)).toBe(expected);
});

it('says in words what is covered and what is not', () => {
  const months = monthsCovered([item('E1', '2026-01-15', '2026-02-03')], inspected, today);
  expect(uncoveredSpans(months)).toEqual(['December 2025', 'March 2026']);
  expect(coverageWords(months, true)).toBe(
    'Accepted evidence covers 2 of the 4 months since the inspection. Not covered: December 2025 and March 2026.',
  );
  expect(coverageWords(monthsCovered([], inspected, today), true)).toBe(
    'Accepted evidence covers none of the 4 months since the inspection.',
  );
  const all = monthsCovered([item('E1', '2025-01-15', '2026-03-03')], null, today);
  expect(coverageWords(all, false)).toBe('Accepted evidence covers each of the last 12 months.');
});

it('shows the newest months of a long time, without a gap, and never none', () => {
  fc.assert(
    fc.property(fc.integer({ min: -60, max: 4_000 }), (days) => {
      const months = monthsCovered([], addDays(today, -days), today);
      expect(months.at(-1)?.key).toBe('2026-03');
      expect(months.length).toBeGreaterThan(0);
      expect(months.length).toBeLessThanOrEqual(MONTHS_SHOWN);
      expect(months.map(({ key }) => key)).toEqual([...new Set(months.map(({ key }) => key))].toSorted());
    }),
  );
});
