import { expect, test } from 'vitest';
import { inPieces, resultLines } from './run-bulk.ts';

test('as many pieces as it takes, in order', () => {
  expect(inPieces([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(inPieces([], 2)).toEqual([]);
  expect(inPieces(Array.from({ length: 1_001 }, (_, n) => n)).map((piece) => piece.length)).toEqual([
    500, 500, 1,
  ]);
});

test('a line for each action', () => {
  const done = {
    actionId: 'a',
    reference: 'R1.A1',
    ok: true,
    changed: true,
    sentence: 'Now urgent.',
    version: 2,
  };
  const refused = { actionId: 'b', reference: 'R1.A2', ok: false, changed: false, sentence: 'Not yours.' };
  expect(resultLines([done, refused])).toBe('R1.A1\tDone\tNow urgent.\nR1.A2\tRefused\tNot yours.');
});
