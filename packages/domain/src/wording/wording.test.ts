import { describe, expect, test } from 'vitest';
import { checkReason, checkText, countOf, grouped, listWords, timesWords } from './index.ts';

describe('words', () => {
  test.each([
    [0, '0 actions'],
    [1, '1 action'],
    [2, '2 actions'],
    [1_240, '1,240 actions'],
    [1_234_567, '1,234,567 actions'],
  ])('%i', (count, words) => {
    expect(countOf(count, 'action')).toBe(words);
  });

  test.each([
    [[], undefined, ''],
    [['a'], undefined, 'a'],
    [['a', 'b'], undefined, 'a and b'],
    [['a', 'b', 'c'], undefined, 'a, b and c'],
    [['a', 'b', 'c'], 2, 'a, b and 1 more'],
    [['a', 'b', 'c'], 3, 'a, b and c'],
    [['a', 'b', 'c', 'd'], 1, 'a and 3 more'],
  ])('list, case %#', (words, limit, text) => {
    expect(listWords(words, limit)).toBe(text);
  });

  test('counts of times, plurals of their own, and groups of three', () => {
    expect([0, 1, 2, 3, 1_000].map(timesWords)).toEqual(['never', 'once', 'twice', '3 times', '1,000 times']);
    expect(countOf(2, 'agency', 'agencies')).toBe('2 agencies');
    expect([999, 1_000, 10_240].map(grouped)).toEqual(['999', '1,000', '10,240']);
  });
});

describe('text fields', () => {
  const rule = { label: 'The title', enter: 'Enter a title', max: 5 };
  test.each([
    ['', 'Enter a title'],
    ['  ', 'Enter a title'],
    [null, 'Enter a title'],
    ['12345', ''],
    ['  12345  ', ''],
    ['123456', 'The title must be 5 characters or fewer. Shorten it by 1.'],
  ])('“%s”', (text, message) => {
    expect(
      checkText('title', text, rule)
        .map((problem) => problem.message)
        .join(),
    ).toBe(message);
  });

  test('an optional field may be left empty, a reason has a least length', () => {
    expect(checkText('title', '', { label: 'The title', max: 5 })).toEqual([]);
    expect(checkReason('reason', 'Too short', 'Enter why')).toHaveLength(1);
    expect(checkReason('reason', 'Long enough', 'Enter why')).toEqual([]);
    expect(checkReason('reason', 'x'.repeat(2_001), 'Enter why')).toHaveLength(1);
  });
});
