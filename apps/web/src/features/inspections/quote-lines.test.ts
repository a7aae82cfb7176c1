import type { PageLine } from '@gt/contracts/words';
import { describe, expect, it } from 'vitest';
import { quoteLines } from './quote-lines.ts';

const lines = (...texts: string[]): PageLine[] =>
  texts.map((text, index) => ({ text, left: 0.1, top: index / 20, width: 0.5, height: 0.02 }));
const PAGE = lines(
  'What needs to improve',
  '• The pace of work with multi-',
  'agency partners, so that children are',
  'safe.',
  '• Plans.',
  'Children are safe in most homes.',
);

describe('quoteLines', () => {
  it('finds every line of a quote, to its short end', () => {
    const quote = 'The pace of work with multi-agency partners, so that children are safe.';
    expect([...quoteLines(PAGE, quote)]).toEqual([1, 2, 3]);
  });
  it('tells two quotes apart that end in the same words', () => {
    const page = lines(
      'One thing that is wanted here',
      '(outcome 4, national framework)',
      'Two',
      '(outcome 4, national framework)',
    );
    expect([...quoteLines(page, 'Two (outcome 4, national framework)')]).toEqual([2, 3]);
  });
  it('finds a quote within one line, and none that is not there', () => {
    expect([...quoteLines(PAGE, 'Plans.')]).toEqual([4]);
    expect([...quoteLines(PAGE, 'Something quite other.')]).toEqual([]);
    expect([...quoteLines(PAGE, '  ')]).toEqual([]);
  });
  it('finds the part of a quote that stands on this page', () => {
    const quote = 'Oversight of the pace and, with them, agency partners, so that children are safe.';
    expect([
      ...quoteLines(lines('agency partners, so that children are', 'safe.', 'Other words.'), quote),
    ]).toEqual([0, 1]);
  });
});
