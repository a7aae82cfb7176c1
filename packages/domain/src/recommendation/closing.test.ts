import { isoDate } from '@gt/contracts/words';
import { describe, expect, it, test } from 'vitest';
import { addDays, addMonths } from '../calendar/index.ts';
import {
  CHECK_EARLY_DAYS,
  type ClosingFacts,
  closingBlocks,
  decideSustainCheck,
  type SustainCheckFacts,
  sustainDates,
  validateClosing,
  validateReopening,
} from './index.ts';

const ready: ClosingFacts = {
  status: 'OPEN',
  isGone: false,
  sufficiency: { ok: true, missing: [] },
  actions: ['R1.A1', 'R1.A2'],
  openActions: [],
  userId: 'verifier',
  leadHolderIds: ['head'],
};

describe('closing a recommendation', () => {
  test.each<[string, Partial<ClosingFacts>, string]>([
    ['all there', {}, ''],
    ['reopened before', { status: 'REOPENED' }, ''],
    ['closed', { status: 'CLOSED', openActions: ['R1.A1'] }, 'CLOSED'],
    ['destroyed', { isGone: true }, 'GONE'],
    ['no action', { actions: [] }, 'NO_ACTION'],
    ['one open', { openActions: ['R1.A2'] }, 'OPEN_ACTIONS'],
    ['by its lead', { userId: 'head' }, 'IS_LEAD'],
    [
      'each gap of its test',
      {
        sufficiency: {
          ok: false,
          missing: [
            { code: 'TOO_FEW_KINDS', sentence: '1 of 2 kinds of evidence: minutes only.', references: [] },
            { code: 'NO_IMPACT', sentence: 'No accepted evidence shows a difference.', references: [] },
          ],
        },
      },
      'NOT_ENOUGH NOT_ENOUGH',
    ],
  ])('%s', (_, change, codes) => {
    const blocks = closingBlocks({ ...ready, ...change });
    expect(blocks.map(({ code }) => code).join(' ')).toBe(codes);
    for (const { sentence } of blocks) expect(sentence).toMatch(/\.$/);
  });

  it('names the open actions', () => {
    expect(closingBlocks({ ...ready, openActions: ['R1.A1', 'R1.A2'] })[0]?.sentence).toBe(
      'R1.A1 and R1.A2 are not closed yet.',
    );
  });

  it('asks for four answers that say something', () => {
    const enough = 'x'.repeat(20);
    const answers = { done: enough, practice: enough, consistent: enough, difference: enough };
    expect(validateClosing(answers)).toEqual([]);
    expect(validateClosing({ ...answers, done: '', difference: 'x'.repeat(19) })).toEqual([
      { field: 'done', message: 'Answer “Is it done?”' },
      { field: 'difference', message: 'The answer must be at least 20 characters.' },
    ]);
    expect(validateReopening('too short')).toHaveLength(1);
  });

  it('is looked at again after 3 and 6 months', () => {
    expect(sustainDates(isoDate('2026-11-30'))).toEqual([
      { months: 3, dueDate: '2027-02-28' },
      { months: 6, dueDate: '2027-05-30' },
    ]);
  });
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-03-12', 0, '2026-03-12'],
])('%s and %i months is %s', (from, months, to) => {
  expect(addMonths(isoDate(from), months)).toBe(to);
});

describe('a sustain check', () => {
  const due = isoDate('2026-06-12');
  const facts: SustainCheckFacts = {
    state: 'WAITING',
    dueDate: due,
    isEnded: false,
    outcome: 'SUSTAINED',
    note: 'Two audits in a row found the same.',
    proof: 1,
    userId: 'verifier',
    leadHolderIds: ['head'],
  };
  const early = addDays(due, -CHECK_EARLY_DAYS);
  test.each<[string, Partial<SustainCheckFacts>, string, string]>([
    ['it lasts', {}, due, 'stays closed'],
    ['it does not', { outcome: 'NOT_SUSTAINED', proof: 0 }, due, 'opens'],
    ['a failure long before', { outcome: 'NOT_SUSTAINED' }, addDays(due, -80), 'opens'],
    ['two weeks before', {}, early, 'stays closed'],
    ['a day sooner', {}, addDays(early, -1), 'RULE'],
    ['made already', { state: 'SUSTAINED' }, due, 'RULE'],
    ['opened since', { isEnded: true }, due, 'RULE'],
    ['by its lead', { userId: 'head' }, due, 'RULE'],
    ['without evidence', { proof: 0 }, due, 'INVALID evidenceIds'],
    ['without words', { note: '' }, due, 'INVALID note'],
  ])('%s', (_, change, on, expected) => {
    const decision = decideSustainCheck({ ...facts, ...change }, isoDate(on));
    const told = decision.ok
      ? decision.reopens
        ? 'opens'
        : 'stays closed'
      : [
          decision.code,
          ...(decision.code === 'INVALID' ? decision.problems.map(({ field }) => field) : []),
        ].join(' ');
    expect(told).toBe(expected);
  });
});
