import { expect, test } from 'vitest';
import { gapCounts } from './gap-counts.ts';

test('what is missing is counted by its kind', () => {
  expect(gapCounts([])).toBe('Ready');
  expect(gapCounts([{ group: 'UNVERIFIED' }, { group: 'MISSING' }, { group: 'MISSING' }])).toBe(
    '2 missing, 1 not verified',
  );
});
