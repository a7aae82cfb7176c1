import { describe, expect, it } from 'vitest';
import { countOf, type Facets } from './filter-counts.ts';

const facets = {
  teamIds: [
    { value: 'a', count: 4 },
    { value: '', count: 2 },
  ],
  due: [{ value: 'OVERDUE', count: 3 }],
  silent: [],
} as unknown as Facets;

describe('countOf', () => {
  it.each([
    ['team', 'a', 4],
    ['team', 'none', 2],
    ['team', 'b', 0],
    ['team', 'any', undefined],
    ['due', 'overdue', 3],
    ['due', '7-days', undefined],
    ['updates', 'silent', 0],
  ] as const)('%s=%s leaves %s', (param, value, count) => {
    expect(countOf(facets, param, value)).toBe(count);
  });
  it('waits for the counts', () => {
    expect(countOf(undefined, 'team', 'a')).toBeUndefined();
  });
});
