import { isoDate } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import { movedWords } from './moved-words.ts';

const standing = {
  rag: 'GREEN',
  calculatedRag: 'GREEN',
  status: 'IN_PROGRESS',
  dueDate: isoDate('2026-03-12'),
  originalDueDate: null,
  percentComplete: 0,
} as const;
const still = {
  presence: 'BOTH',
  from: standing,
  to: standing,
  daysSlipped: 0,
  isNewlyClosed: false,
  isReopened: false,
} as const;

test.each<[Partial<Parameters<typeof movedWords>[0]>, string[]]>([
  [{}, []],
  [{ presence: 'NEW', from: null }, ['New']],
  [{ presence: 'GONE', to: null }, ['No longer in the plan']],
  [{ isNewlyClosed: true, to: { ...standing, status: 'CLOSED' } }, ['Closed']],
  [
    { isReopened: true, from: { ...standing, status: 'CLOSED' }, to: { ...standing, status: 'REOPENED' } },
    ['Was closed, now: Reopened'],
  ],
  [
    {
      from: { ...standing, status: 'NOT_STARTED' },
      to: { ...standing, dueDate: isoDate('2026-03-26') },
      daysSlipped: 14,
    },
    ['Not started → In progress', 'Due 26 March 2026, 14 days later'],
  ],
  [{ from: { ...standing, dueDate: null } }, ['Due date set: 12 March 2026']],
  [{ to: { ...standing, dueDate: null } }, ['Due date taken away']],
])('%j', (more, words) => {
  expect(movedWords({ ...still, ...more })).toEqual(words);
});
