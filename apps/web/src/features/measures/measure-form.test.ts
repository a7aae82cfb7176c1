import { isoDate } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import { EMPTY_MEASURE, factsFrom, typedFigure } from './measure-form.ts';

const TODAY = isoDate('2026-03-12');
const form = { ...EMPTY_MEASURE, name: 'Visits on time', direction: 'HIGHER_IS_BETTER' } as const;

test('figures as people type them become numbers', () => {
  const read = factsFrom({ ...form, unit: ' households ', baseline: '1,210', target: '' }, TODAY);
  expect(read).toMatchObject({ ok: true, facts: { unit: 'households', baseline: 1210, target: null } });
  expect(typedFigure('target', '90 %', '%')).toEqual({ value: 90, problems: [] });
});

test('everything wrong is said at once, each beside its field', () => {
  const read = factsFrom(
    { ...form, name: '', direction: '', baseline: 'n/a', baselineDate: isoDate('2026-03-13') },
    TODAY,
  );
  expect(read.ok ? [] : read.problems.map(({ field }) => field)).toEqual([
    'name',
    'direction',
    'baselineDate',
    'baseline',
  ]);
});
