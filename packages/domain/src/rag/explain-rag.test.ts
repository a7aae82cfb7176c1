import { isoDate, type RAGS } from '@gt/contracts/words';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  calculateRag,
  checkMismatchReason,
  DEFAULT_RAG_THRESHOLDS,
  explainRag,
  mismatchWords,
  type RagInput,
  ragMismatch,
  ragRule,
} from './index.ts';

const today = isoDate('2026-03-12');
const input: RagInput = {
  status: 'IN_PROGRESS',
  startDate: isoDate('2026-01-05'),
  dueDate: isoDate('2026-03-02'),
  originalDueDate: isoDate('2026-02-01'),
  timesMoved: 2,
  lastUpdateOn: isoDate('2026-03-11'),
  createdOn: isoDate('2026-01-05'),
};

test('the rule is told with the plan’s own numbers', () => {
  const rule = ragRule({ milestoneLateDays: 1, dueSoonDays: 7, silentDays: 21, timesMoved: 3 });
  expect(rule.map((part) => part.rule)).toEqual([
    'It is past its due date',
    'A milestone is more than 1 day late',
    'It is past its original date, and the date has moved',
    'The due date has moved 3 times or more',
    'It is due within 7 days with a milestone still open',
    'No update for more than 21 days',
    'It waits for an action that is late',
    'A linked measure is moving away from its target',
  ]);
});

test('every part is told, and each that fired says with what', () => {
  const parts = explainRag(input, DEFAULT_RAG_THRESHOLDS, today);
  expect(parts).toHaveLength(8);
  expect(parts.filter((part) => part.fired.length > 0).map((part) => part.fired)).toEqual([
    ['10 days past its due date of 2 March 2026'],
    ['39 days past its original date of 1 February 2026'],
    ['Due date moved twice'],
  ]);
  expect(explainRag({ ...input, status: 'CLOSED' }, DEFAULT_RAG_THRESHOLDS, today)).toEqual([]);
});

test('the parts that fired are the reasons of the calculated colour, all of them and no other', () => {
  const day = fc
    .integer({ min: 1, max: 28 })
    .map((date) => isoDate(`2026-03-${String(date).padStart(2, '0')}`));
  const facts = fc.record({
    status: fc.constantFrom('NOT_STARTED', 'IN_PROGRESS', 'AWAITING_EVIDENCE_CHECK', 'REOPENED'),
    startDate: fc.option(day),
    dueDate: fc.option(day),
    originalDueDate: fc.option(day),
    timesMoved: fc.integer({ min: 0, max: 4 }),
    lastUpdateOn: fc.option(day),
    createdOn: day,
    milestones: fc.array(fc.record({ title: fc.constant('First'), dueDate: day, doneOn: fc.option(day) }), {
      maxLength: 3,
    }),
  });
  fc.assert(
    fc.property(facts, (known) => {
      const thresholds = { milestoneLateDays: 5, dueSoonDays: 3, silentDays: 6, timesMoved: 2 };
      const { reasons } = calculateRag(known as RagInput, thresholds, today);
      const fired = explainRag(known as RagInput, thresholds, today).flatMap((part) => part.fired);
      expect(fired.toSorted()).toEqual(reasons.map((reason) => reason.sentence).toSorted());
    }),
  );
});

test('a difference asks for words that name the rule', () => {
  const calculated = calculateRag(input, DEFAULT_RAG_THRESHOLDS, today);
  const message = (declared: (typeof RAGS)[number], reason: string) =>
    checkMismatchReason(declared, calculated, reason)[0]?.message ?? '';
  expect(message('GREEN', '')).toBe(
    'The rule says Off track: 10 days past its due date of 2 March 2026. Say why it is On track.',
  );
  expect(message('NONE', ' ')).toMatch(/Say why no rating is declared\.$/);
  expect(message('GREEN', 'Too short')).toBe('The explanation must be at least 10 characters.');
  expect(message('GREEN', 'x'.repeat(1_001))).toMatch(/Shorten it by 1/);
  expect(message('GREEN', 'The panel sits tomorrow.')).toBe('');
});

test('whoever declares worse than the rule has said why already; whoever declares better is asked', () => {
  const green = calculateRag(
    { ...input, dueDate: null, originalDueDate: null, timesMoved: 0 },
    DEFAULT_RAG_THRESHOLDS,
    today,
  );
  const red = calculateRag(input, DEFAULT_RAG_THRESHOLDS, today);
  const said = { mismatchReason: '', ragReason: 'Two supervisors left.' };
  expect(mismatchWords(ragMismatch('AMBER', green), said)).toBe('Two supervisors left.');
  expect(mismatchWords(ragMismatch('AMBER', green), { ...said, ragReason: 'Left' })).toBe('');
  expect(mismatchWords(ragMismatch('AMBER', red), said)).toBe('');
  expect(mismatchWords(ragMismatch('AMBER', red), { ...said, mismatchReason: ' It ends soon. ' })).toBe(
    'It ends soon.',
  );
});
