import { isoDate } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import { chosenSnapshots, quickChoices, snapshotName } from './choose-snapshots.ts';

const snapshot = (number: number, asAt: string) => ({ id: `s${number}`, number, asAt: isoDate(asAt) });
const WEEKS = [
  snapshot(6, '2026-03-12'),
  snapshot(5, '2026-03-05'),
  snapshot(4, '2026-02-26'),
  snapshot(3, '2026-02-19'),
  snapshot(2, '2026-02-12'),
];
const FIRST = snapshot(1, '2026-01-15');

const ids = (search: { from?: string; to?: string }, list = WEEKS) => {
  const chosen = chosenSnapshots(list, FIRST, search);
  return chosen && [chosen.from.id, chosen.to.id];
};

test('the last two are compared when the address names none', () => {
  expect(ids({})).toEqual(['s5', 's6']);
  expect(ids({ to: 's4' })).toEqual(['s3', 's4']);
  expect(ids({ from: 's2' })).toEqual(['s2', 's6']);
});

test('the earlier comes first, whichever way they are named; what is not there is as good as absent', () => {
  expect(ids({ from: 's6', to: 's2' })).toEqual(['s2', 's6']);
  expect(ids({ from: 'gone', to: 'gone' })).toEqual(['s5', 's6']);
});

test('the first of a plan is known though the list is cut short', () => {
  expect(ids({ from: 's1' })).toEqual(['s1', 's6']);
});

test('fewer than two are not compared', () => {
  expect(chosenSnapshots([], null, {})).toBeNull();
  expect(chosenSnapshots([FIRST], FIRST, {})).toBeNull();
});

const keys = (list: typeof WEEKS, to: (typeof WEEKS)[number], first = FIRST) =>
  quickChoices(list, first, to).map(({ key, id }) => [key, id]);

test('quick choices name each snapshot once', () => {
  expect(keys(WEEKS, snapshot(6, '2026-03-12'))).toEqual([
    ['week', 's5'],
    ['month', 's2'],
    ['start', 's1'],
  ]);
  expect(
    keys([snapshot(3, '2026-03-12'), snapshot(2, '2026-03-10'), FIRST], snapshot(3, '2026-03-12')),
  ).toEqual([
    ['week', 's1'],
    ['before', 's2'],
  ]);
  expect(keys([FIRST], FIRST)).toEqual([]);
});

test('a snapshot is called by its day and its review', () => {
  const asAt = isoDate('2026-03-12');
  expect(snapshotName({ asAt, number: 9, review: { id: 'r', number: 7 } })).toBe('12 March 2026, review 7');
  expect(snapshotName({ asAt, number: 9, review: null })).toBe('12 March 2026, snapshot 9');
});
