import { isoDate } from '@gt/contracts/words';
import { describe, expect, test } from 'vitest';
import { MEASURE_LIMITS, validateMeasure } from '../validate-measure.ts';
import { STANDARD_THEMES } from './standard-measure.ts';
import {
  findStandards,
  measureFrom,
  STANDARD_MEASURES,
  standardOf,
  suggestStandards,
} from './standard-measures.ts';

describe('the standard definitions', () => {
  test('each has a key and a name of its own, says what is counted and where that is kept', () => {
    for (const field of ['key', 'name', 'counted'] as const)
      expect(new Set(STANDARD_MEASURES.map((one) => one[field])).size).toBe(STANDARD_MEASURES.length);
    expect(STANDARD_MEASURES.every(({ counted, source, words }) => counted && source && words)).toBe(true);
    expect(STANDARD_MEASURES.length).toBeGreaterThan(50);
    expect(new Set(STANDARD_MEASURES.map(({ theme }) => theme))).toEqual(new Set(STANDARD_THEMES));
  });

  test('a share says out of what; only counts and days may do without', () => {
    for (const { unit, outOf, name } of STANDARD_MEASURES) if (unit === '%') expect(outOf, name).not.toBe('');
  });

  test('each makes a measure that the rules accept as it stands', () => {
    for (const one of STANDARD_MEASURES) {
      const facts = measureFrom(one);
      expect(validateMeasure(facts, isoDate('2026-03-12')), one.name).toEqual([]);
      expect(facts.definition.length).toBeLessThan(MEASURE_LIMITS.definition);
      expect(standardOf(one.key)).toBe(one);
    }
    expect(standardOf('nothing')).toBeUndefined();
  });
});

describe('suggested by a recommendation', () => {
  test.each([
    ['The sufficiency of placements, so that children do not have to move between homes', 'three-placements'],
    ['The timeliness of initial health assessments for children in care', 'initial-health-20-days'],
    ['The stability of the workforce, and reliance on agency social workers', 'agency-social-workers'],
    ['The quality and frequency of supervision and management oversight', 'supervision-in-time'],
    [
      'The response to children who go missing, including return home interviews',
      'return-interviews-offered-72',
    ],
    ['The proportion of care leavers in education, employment or training', 'leavers-eet-19-21'],
  ])('%s', (words, key) => {
    expect(suggestStandards(words).map((one) => one.key)).toContain(key);
  });

  test('nothing in common suggests nothing', () => {
    expect(suggestStandards('The roof of the town hall')).toEqual([]);
    expect(suggestStandards('')).toEqual([]);
  });
});

test('a search needs every word', () => {
  expect(findStandards('conference 15').map(({ key }) => key)).toEqual(['section-47-to-conference-15']);
  expect(findStandards('')).toHaveLength(STANDARD_MEASURES.length);
  expect(findStandards('dental zebra')).toEqual([]);
});
