import type { KnotState } from '@gt/contracts/words';
import { KNOTS } from '@gt/contracts/words';
import { describe, expect, test } from 'vitest';
import { lineHolds, type ThreadKnot, threadInWords } from './thread-knots.ts';

const thread = (...states: KnotState[]): ThreadKnot[] =>
  states.flatMap((state, index) => {
    const knot = KNOTS[index];
    return knot
      ? [{ knot, state, words: `${knot} words`, missing: state === 'WHOLE' ? [] : [`${knot} gap`] }]
      : [];
  });

describe('threadInWords', () => {
  test('a whole thread', () => {
    expect(threadInWords(thread('WHOLE', 'WHOLE', 'WHOLE', 'WHOLE'))).toBe('Thread whole, 4 of 4');
  });
  test('the first gap names itself', () => {
    expect(threadInWords(thread('WHOLE', 'WHOLE', 'PARTIAL', 'MISSING'))).toBe('2 of 4: PROVED gap');
  });
});

test.each([
  ['WHOLE', 'WHOLE', true],
  ['WHOLE', 'PARTIAL', true],
  ['WHOLE', 'MISSING', false],
  ['PARTIAL', 'WHOLE', false],
  ['MISSING', 'MISSING', false],
] as const)('from %s to %s the line holds: %s', (from, to, holds) => {
  const [a, b] = thread(from, to);
  expect(a && b && lineHolds(a, b)).toBe(holds);
});
