import { expect, test } from 'vitest';
import { differencesBySection } from './differences.ts';
import type { Difference } from './queries.ts';

const part = (heading: string, change: Difference['change'], text: string): Difference => ({
  heading,
  change,
  runs: [{ kind: change === 'ADDED' ? 'ADDED' : 'REMOVED', text }],
});

test('what differs is told section by section', () => {
  const found = differencesBySection([
    part('In short', 'CHANGED', 'ten'),
    part('Decisions', 'REMOVED', 'Decisions'),
    part('Decisions', 'REMOVED', 'Agree the band'),
    part('In short', 'ADDED', 'A table'),
  ]);
  expect(found.map(({ heading, change, parts }) => [heading, change, parts.length])).toEqual([
    ['In short', null, 2],
    ['Decisions', 'REMOVED', 1],
  ]);
});

test('a heading that is all there is to a section is told', () => {
  const [only] = differencesBySection([part('Risks', 'ADDED', 'Risks')]);
  expect(only).toMatchObject({ heading: 'Risks', change: 'ADDED' });
  expect(only?.parts).toHaveLength(1);
});
