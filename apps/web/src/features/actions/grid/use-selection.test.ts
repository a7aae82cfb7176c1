import { expect, test } from 'vitest';
import { between } from './use-selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];

test.each([
  ['b', 'd', ['b', 'c', 'd']],
  ['d', 'b', ['b', 'c', 'd']],
  ['c', 'c', ['c']],
  [null, 'c', ['c']],
  ['gone', 'c', ['c']],
  ['a', 'gone', ['gone']],
])('from %s to %s', (from, to, ids) => {
  expect(between(order, from, to)).toEqual(ids);
});
