import { isoDate } from '@gt/contracts/words';
import { describe, expect, it, test } from 'vitest';
import { dayInFull, daysOf, shownIn, spanOf } from './days.ts';
import type { Entry } from './queries.ts';

const day = isoDate;
const entry = (date: string, more: Partial<Entry> = {}): Entry => ({
  id: `DUE ${date}`,
  kind: 'DUE',
  date: day(date),
  until: day(date),
  reference: 'R1.A1',
  title: 'Recruit carers',
  words: '',
  isDone: false,
  isLate: false,
  target: { to: 'ACTION', id: 'a' },
  ...more,
});

test.each([
  ['month', '2026-12-12', '2026-11-30', '2027-01-03'],
  ['list', '2028-02-12', '2028-02-01', '2028-02-29'],
  ['quarter', '2026-12-12', '2026-10-01', '2026-12-31'],
] as const)('a %s about %s is asked for from %s to %s', (view, on, from, to) => {
  expect(spanOf(day(on), view)).toEqual({ from, to });
});

describe('the days of a span', () => {
  const span = (
    entries: Entry[],
    crowds = [] as { date: ReturnType<typeof day>; kind: 'DUE'; total: number }[],
  ) => daysOf({ planName: 'Plan', entries, crowds }, day('2026-12-28'), day('2027-01-03'));

  it('hold what lasts longer in each of its days, and nothing beyond the span', () => {
    const visit = entry('2026-12-31', { kind: 'VISIT', until: day('2027-01-05') });
    expect(span([visit]).map(({ total }) => total)).toEqual([0, 0, 0, 1, 1, 1, 1]);
  });

  it('count a crowd whole, and name as many as fit', () => {
    const many = [0, 1, 2, 3, 4].map((index) => entry('2026-12-29', { id: `DUE ${index}` }));
    const [, second] = span(many, [{ date: day('2026-12-29'), kind: 'DUE', total: 40 }]);
    if (!second) throw new Error('no day');
    expect(second.total).toBe(40);
    expect(shownIn(second)).toMatchObject({ shown: [{}, {}], more: 38 });
    expect(shownIn({ ...second, entries: many.slice(0, 3), total: 3 })).toMatchObject({ more: 0 });
  });

  it('are said in full for those who do not see them', () => {
    const [first, , , , fifth] = span([entry('2026-12-28', { words: 'overdue' })]);
    if (!first || !fifth) throw new Error('no day');
    expect(dayInFull(first, day('2026-12-28'))).toBe(
      'Monday 28 December 2026, today, Boxing Day (substitute day), no working day, 1 entry: R1.A1 Recruit carers, overdue',
    );
    expect(dayInFull(fifth, day('2026-12-28'))).toBe(
      'Friday 1 January 2027, New Year’s Day, no working day, nothing',
    );
  });
});
