import type { IsoDate } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import type { TimelineRow } from '../queries.ts';
import { dueFacts, spokenRow } from './spoken-row.ts';

const day = (text: string) => text as IsoDate;
const TODAY = day('2026-03-18');
const row: TimelineRow = {
  id: 'a',
  recommendationId: 'r',
  recommendationNumber: 3,
  number: 2,
  reference: 'R3.A2',
  title: 'Recruit 12 mainstream carers',
  team: { id: 't', name: 'Fostering' },
  owner: 'Head of Fostering',
  status: 'IN_PROGRESS',
  declaredRag: 'RED',
  startDate: day('2026-02-02'),
  dueDate: day('2026-03-12'),
  originalDueDate: day('2026-01-31'),
  pendingDueDate: null,
  timesMoved: 2,
  daysOverdue: 6,
  percentComplete: 40,
  milestones: [
    { id: '1', title: 'Advert out', dueDate: day('2026-02-10'), doneOn: day('2026-02-09') },
    { id: '2', title: 'Panel trained', dueDate: day('2026-03-10'), doneOn: null },
    { id: '3', title: 'First approvals', dueDate: day('2026-04-10'), doneOn: null },
  ],
  waitsFor: [
    { actionId: 'b', reference: 'R2.A1', dueDate: day('2026-03-01'), isOver: false, isLate: true },
    { actionId: 'c', reference: 'R2.A2', dueDate: null, isOver: true, isLate: false },
    { actionId: 'd', reference: 'R2.A3', dueDate: null, isOver: false, isLate: false },
  ],
  isRedacted: false,
  version: 1,
};

test('says everything that is drawn', () => {
  expect(spokenRow(row, TODAY)).toBe(
    'R3.A2 Recruit 12 mainstream carers. Fostering, Head of Fostering. In progress, off track, 40% done. ' +
      'From 2 February 2026 to 12 March 2026, overdue 6 days. Moved twice, first due 31 January 2026. ' +
      'Milestone “Advert out” done on 9 February 2026. Milestone “Panel trained” late, due 10 March 2026. ' +
      'Milestone “First approvals” due 10 April 2026. Waits for R2.A1 (late) and R2.A3.',
  );
});

test('says what is not there', () => {
  const bare = {
    ...row,
    team: null,
    owner: null,
    startDate: null,
    dueDate: null,
    originalDueDate: null,
    daysOverdue: 0,
    timesMoved: 0,
    milestones: [],
    waitsFor: [],
    pendingDueDate: day('2026-05-01'),
  };
  expect(spokenRow(bare, TODAY)).toBe(
    'R3.A2 Recruit 12 mainstream carers. No team, no owner. In progress, off track, 40% done. No dates. ' +
      '1 May 2026 has been asked for.',
  );
});

test('keeps silent about words that were destroyed', () => {
  expect(spokenRow({ ...row, isRedacted: true, title: '' }, TODAY)).toMatch(/^R3\.A2\. Fostering/);
});

test('says what became of a due date in few words', () => {
  expect(dueFacts({ ...row, pendingDueDate: day('2026-05-01') })).toEqual([
    'overdue 6 days',
    'moved twice, first due 31 Jan 2026',
    'asked for: 1 May 2026',
  ]);
  expect(dueFacts({ ...row, daysOverdue: 0, timesMoved: 0 })).toEqual([]);
});
