import { isoDate } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import { monthsCovered, spansOf } from './months-covered.ts';

const TODAY = isoDate('2026-03-12');
const item = (periodFrom: string | null, periodTo: string | null) => ({
  reference: 'E1',
  periodFrom,
  periodTo,
});
const covered = (...items: ReturnType<typeof item>[]) =>
  monthsCovered(items, TODAY)
    .filter(({ references }) => references.length > 0)
    .map(({ key }) => key);

test('twelve months, oldest first, ending with this one', () => {
  const months = monthsCovered([], TODAY);
  expect(months.map(({ key }) => key)).toHaveLength(12);
  expect(months.at(0)).toMatchObject({ key: '2025-04', label: 'April 2025' });
  expect(months.at(-1)).toMatchObject({ key: '2026-03', label: 'March 2026' });
});

test.each([
  ['a period over a new year', [item('2025-12-31', '2026-02-01')], ['2025-12', '2026-01', '2026-02']],
  ['one end only', [item(null, '2026-01-15'), item('2025-11-02', null)], ['2025-11', '2026-01']],
  ['no period', [item(null, null)], []],
  ['before the strip begins', [item('2024-01-01', '2025-03-31')], []],
  ['from before into it', [item('2024-01-01', '2025-04-01')], ['2025-04']],
])('%s', (_name, items, expected) => {
  expect(covered(...items)).toEqual(expected);
});

test('gaps that are neighbours are said as one span', () => {
  const months = monthsCovered([item('2025-06-01', '2025-12-01'), item('2026-02-01', '2026-02-02')], TODAY);
  expect(spansOf(months)).toEqual(['April 2025 to May 2025', 'January 2026', 'March 2026']);
});
