import { isoDate } from '@gt/contracts/words';
import { describe, expect, test } from 'vitest';
import { factsFor, periodWords, titleFrom } from './evidence-facts.ts';

test.each([
  ['panel_minutes.docx', 'panel minutes'],
  ['Audit 2026.final.pdf', 'Audit 2026.final'],
  ['no ending', 'no ending'],
  ['__two   gaps__.txt', 'two gaps'],
  [`${'x'.repeat(300)}.pdf`, 'x'.repeat(200)],
])('the title for %s is “%s”', (fileName, title) => {
  expect(titleFrom(fileName)).toBe(title);
  expect(factsFor(fileName).title).toBe(title);
});

describe('the period in words', () => {
  const january = isoDate('2026-01-01');
  const march = isoDate('2026-03-12');
  test.each([
    [january, march, '1 January 2026 to 12 March 2026'],
    [march, march, '12 March 2026'],
    [january, null, 'from 1 January 2026'],
    [null, march, 'to 12 March 2026'],
    [null, null, ''],
  ])('%s to %s', (periodFrom, periodTo, words) => {
    expect(periodWords({ periodFrom, periodTo })).toBe(words);
  });
});
