import { describe, expect, test } from 'vitest';
import { britishDateProblem, parseBritishDate } from './parse-british-date.ts';

describe('parseBritishDate', () => {
  test.each([
    ['12/3/2026', '2026-03-12'],
    ['12/03/26', '2026-03-12'],
    ['12.3.2026', '2026-03-12'],
    ['12-3-2026', '2026-03-12'],
    [' 12 March 2026 ', '2026-03-12'],
    ['12 mar 26', '2026-03-12'],
    ['12th of March, 2026', '2026-03-12'],
    ['Thursday 12 March 2026', '2026-03-12'],
    ['1 Sept 2026', '2026-09-01'],
    ['2026-03-12', '2026-03-12'],
    ['29 February 2028', '2028-02-29'],
  ])('%s is %s', (text, expected) => {
    expect(parseBritishDate(text)).toBe(expected);
  });

  test.each([
    '',
    '12/3',
    '12 March',
    '30 February 2026',
    '29/2/2027',
    '3/13/2026',
    'March 12 2026',
    'soon',
    '12 Foo 2026',
    '0/1/2026',
  ])('%s is no date', (text) => {
    expect(parseBritishDate(text)).toBeNull();
  });
});

test.each([
  ['31 February 2026', 'There is no 31 February 2026. Check the day and the month'],
  ['29/2/2027', 'There is no 29 February 2027. Check the day and the month'],
  ['12 March 1826', 'Check the year: 1826 cannot be meant'],
  ['29 February 1826', 'Check the year: 1826 cannot be meant'],
  ['3/13/2026', 'Enter a real date with its year, like 12 March 2026'],
  ['12 March', 'Enter a real date with its year, like 12 March 2026'],
])('of %s it says: %s', (text, sentence) => {
  expect(britishDateProblem(text)).toBe(sentence);
});
