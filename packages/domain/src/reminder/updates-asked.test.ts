import { isoDate } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import { areUpdatesAsked } from './index.ts';

test.each<[string, string, string, boolean]>([
  ['Tuesday’s deadline, the Friday before', '2026-03-10', '2026-03-06', false],
  ['Tuesday’s deadline, the day before', '2026-03-10', '2026-03-09', true],
  ['Tuesday’s deadline, the day itself', '2026-03-10', '2026-03-10', true],
  ['Tuesday’s deadline, the morning of the review', '2026-03-10', '2026-03-11', true],
  ['Monday’s deadline, the Thursday before', '2026-03-09', '2026-03-05', false],
  ['Monday’s deadline, the Friday before', '2026-03-09', '2026-03-06', true],
  ['Monday’s deadline, the Sunday before', '2026-03-09', '2026-03-08', true],
  ['the deadline after Easter, Maundy Thursday', '2026-04-07', '2026-04-02', true],
  ['the deadline after Easter, the Wednesday before', '2026-04-07', '2026-04-01', false],
])('%s', (_, dueDate, today, expected) => {
  expect(areUpdatesAsked(isoDate(dueDate), isoDate(today))).toBe(expected);
});
