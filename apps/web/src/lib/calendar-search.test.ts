import { expect, test } from 'vitest';
import { kindsOff, readCalendarSearch } from './calendar-search.ts';

test('keeps what an address says of the calendar and drops what it cannot mean', () => {
  expect(
    readCalendarSearch({ on: '2026-03-12', show: 'quarter', whose: 'MINE', off: 'ASK.NONSENSE.DUE' }),
  ).toEqual({ on: '2026-03-12', show: 'quarter', whose: 'MINE', off: 'DUE.ASK' });
  expect(
    readCalendarSearch({ on: '2026-02-30', show: 'year', whose: 'PLAN', off: 'NONSENSE', day: 12 }),
  ).toEqual({});
});

test('an address without kinds shows all of them', () => {
  expect(kindsOff(undefined)).toEqual([]);
});
