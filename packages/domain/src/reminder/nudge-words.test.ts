import { expect, test } from 'vitest';
import { type NudgeOutcome, nobodyAskedWords, nudgeWords } from './index.ts';

test.each<[NudgeOutcome, string[], string]>([
  ['NUDGED', ['R3.A2', 'R4.A1'], 'told in the inbox and in the next digest: R3.A2 and R4.A1'],
  ['TODAY_ALREADY', ['R3.A2'], 'nudged today already. One nudge a person a day'],
  ['LEFT', ['R3.A2'], 'has left. Give R3.A2 another owner'],
  [
    'NO_ROLE',
    ['R1.A1', 'R1.A2', 'R1.A3', 'R1.A4', 'R1.A5', 'R1.A6', 'R1.A7'],
    'may not post updates. Give R1.A1, R1.A2, R1.A3, R1.A4, R1.A5 and 2 more another owner, or ask an administrator for the role',
  ],
  ['ONESELF', ['R3.A2'], 'you are asked yourself: update R3.A2'],
])('%s', (is, references, expected) => {
  expect(nudgeWords(is, references)).toBe(expected);
});

test('an action of which nobody can be asked', () => {
  expect(nobodyAskedWords(null)).toBe('nobody owns it. Give it an owner');
  expect(nobodyAskedWords('Head of Fostering')).toBe(
    'nobody holds Head of Fostering. Name a holder, or give it another owner',
  );
});
