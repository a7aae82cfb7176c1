import { isoDate } from '@gt/contracts/words';
import { describe, expect, test } from 'vitest';
import type { AgendaItem, Review, ReviewChanges } from '../queries.ts';
import { agendaLines, firstOf, inOrder, nextWaiting, stepFrom, tallyOf, withMoved } from './agenda.ts';
import { applyChanges, withItem } from './apply-changes.ts';
import { clockWords, paceOf, plannedWords, shareOf, spokenTime } from './meeting-time.ts';
import { readMeetingDate } from './read-date.ts';

const item = (id: string, more: Partial<AgendaItem> = {}): AgendaItem => ({
  id,
  section: 'OVERDUE',
  sections: ['OVERDUE'],
  position: 1,
  state: 'WAITING',
  actionId: `action ${id}`,
  decisionId: null,
  reference: `R1.${id}`,
  title: 'Recruit twelve carers',
  owner: 'Head of Fostering',
  team: 'Fostering',
  rag: 'AMBER',
  calculatedRag: 'RED',
  status: 'IN_PROGRESS',
  dueDate: null,
  actionVersion: 3,
  before: null,
  note: '',
  secondsSpent: 0,
  doneAt: null,
  redactedAt: null,
  version: 1,
  ...more,
});
const agenda = [
  item('a', { section: 'DECISIONS', state: 'DONE' }),
  item('b'),
  item('c', { title: 'Read every match again', team: 'Permanence' }),
  item('d', { section: 'SILENT' }),
];
const asIs = (one: AgendaItem) => one;
const ids = (lines: ReturnType<typeof agendaLines>) => lines.map(({ key }) => key);

describe('the agenda', () => {
  test('is headed by section, with how far the meeting has come in each', () => {
    const lines = agendaLines(agenda, asIs);
    expect(ids(lines)).toEqual(['section a', 'a', 'section b', 'b', 'c', 'section d', 'd']);
    expect(lines[0]).toMatchObject({ label: 'Decisions carried over', total: 1, done: 1 });
    expect(lines[2]).toMatchObject({ label: 'Overdue', total: 2, done: 0 });
    expect(lines[6]).toMatchObject({ kind: 'item', number: 4 });
  });

  test('shows what this screen knows, and heads a section again where the chair moved something between', () => {
    const parked = (one: AgendaItem) => (one.id === 'b' ? { ...one, state: 'PARKED' as const } : one);
    expect(agendaLines(agenda, parked)[2]).toMatchObject({ total: 2, done: 1 });
    const moved = inOrder(agenda, ['a', 'b', 'd', 'c']);
    expect(ids(agendaLines(moved, asIs))).toEqual([
      'section a',
      'a',
      'section b',
      'b',
      'section d',
      'd',
      'section c',
      'c',
    ]);
    expect(tallyOf(agenda, parked)).toEqual({ total: 4, done: 1, parked: 1, waiting: 2 });
  });

  test('is narrowed by every word typed, and keeps the numbers of the whole', () => {
    const lines = agendaLines(agenda, asIs, ' match  PERM ');
    expect(ids(lines)).toEqual(['section c', 'c']);
    expect(lines[1]).toMatchObject({ number: 3 });
  });

  test.each([
    ['b', 1, 'c'],
    ['d', 1, 'd'],
    ['a', -1, 'a'],
    [null, 1, 'a'],
    ['gone', -1, 'a'],
  ] as const)('a step from %s by %i is %s', (from, by, to) => {
    expect(stepFrom(agenda, from, by)?.id).toBe(to);
  });

  test('goes on with the next that waits, then with the first that still does, then with nothing', () => {
    expect(nextWaiting(agenda, 'b', asIs)?.id).toBe('c');
    expect(nextWaiting(agenda, 'd', asIs)?.id).toBe('b');
    const done = (one: AgendaItem) => ({ state: one.id === 'd' ? ('WAITING' as const) : ('DONE' as const) });
    expect(nextWaiting(agenda, 'd', done)).toBeUndefined();
  });

  test('a section is gone to at its first item, and to the next run of it when it is headed twice', () => {
    expect(firstOf(agenda, 'SILENT', 'b')?.id).toBe('d');
    expect(firstOf(agenda, 'OVERDUE', 'd')?.id).toBe('b');
    expect(firstOf(inOrder(agenda, ['a', 'b', 'd', 'c']), 'OVERDUE', 'b')?.id).toBe('c');
    expect(firstOf(agenda, 'ADDED', 'b')).toBeUndefined();
  });

  test('an item is moved to any place, and no farther than the ends', () => {
    expect(withMoved(agenda, 'b', 3)).toEqual(['a', 'c', 'd', 'b']);
    expect(withMoved(agenda, 'd', -5)).toEqual(['d', 'a', 'b', 'c']);
    expect(withMoved(agenda, 'a', 99)).toEqual(['b', 'c', 'd', 'a']);
  });
});

describe('what changed', () => {
  const review = { id: 'r', asOf: 10, version: 2, agenda } as unknown as Review;
  const changes = (more: Partial<ReviewChanges>) =>
    ({ id: 'r', asOf: 11, version: 3, agenda: [], isWhole: false, ...more }) as unknown as ReviewChanges;

  test('is put in, and what stayed is the same object', () => {
    const after = applyChanges(review, changes({ agenda: [item('c', { version: 2, note: 'Said' })] }));
    expect(after).toMatchObject({ asOf: 11, version: 3 });
    expect(after.agenda[2]?.note).toBe('Said');
    expect(after.agenda[1]).toBe(agenda[1]);
    expect(applyChanges(review, changes({})).agenda).toBe(agenda);
  });

  test('an answer that is older than what is known changes nothing', () => {
    expect(applyChanges(review, changes({ asOf: 9 }))).toBe(review);
    const newer = withItem(review, item('c', { version: 5, note: 'Mine' }));
    const after = applyChanges(newer, changes({ agenda: [item('c', { version: 4, note: 'Old' })] }));
    expect(after.agenda[2]?.note).toBe('Mine');
  });

  test('a whole agenda takes the place of the old one; something added finds its place', () => {
    const whole = applyChanges(review, changes({ isWhole: true, agenda: [item('d'), item('b')] }));
    expect(whole.agenda.map(({ id }) => id)).toEqual(['d', 'b']);
    const added = applyChanges(review, changes({ agenda: [item('e', { position: 0 })] }));
    expect(added.agenda[0]?.id).toBe('e');
    expect(withItem(review, item('e', { position: 0 })).agenda[0]?.id).toBe('e');
  });
});

describe('time', () => {
  test('as a clock shows it, as it is said, and as it was planned', () => {
    expect([0, 9.9, 860, 3727, -4].map(clockWords)).toEqual(['0:00', '0:09', '14:20', '1:02:07', '0:00']);
    expect([0, 45, 61, 3727].map(spokenTime)).toEqual([
      '0 seconds',
      '45 seconds',
      '1 minute 1 second',
      '1 hour 2 minutes',
    ]);
    expect([45, 60, 90].map(plannedWords)).toEqual(['45 min', '1 h', '1 h 30 min']);
  });

  test('what is left is shared out, unless the share would mean nothing', () => {
    expect(shareOf(60, 600, 10)).toBe(300);
    expect(shareOf(60, 600, 0)).toBeNull();
    expect(shareOf(60, 3590, 10)).toBeNull();
    expect(shareOf(60, 0, 2000)).toBeNull();
  });

  test('the meeting is over its plan by what is more, and a clock that is behind makes it no shorter than nothing', () => {
    const opened = '2026-03-12T10:00:00.000Z';
    expect(paceOf(opened, 60, Date.parse('2026-03-12T11:02:05Z'))).toEqual({ elapsed: 3725, over: 125 });
    expect(paceOf(opened, 60, Date.parse('2026-03-12T09:59:00Z'))).toEqual({ elapsed: 0, over: 0 });
  });
});

test.each([
  ['12 Mar', '2027-03-12'],
  ['30 november', '2026-11-30'],
  ['29/11', '2027-11-29'],
  ['29 Feb', '2028-02-29'],
  ['12/3/26', '2026-03-12'],
  ['12 March 2028', '2028-03-12'],
  ['30 Feb', null],
  ['12', null],
  ['soon', null],
])('a date said as “%s” on 30 November 2026 is %s', (text, date) => {
  expect(readMeetingDate(text, isoDate('2026-11-30'))).toBe(date);
});
