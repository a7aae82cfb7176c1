import { describe, expect, test } from 'vitest';
import { readPlanActionsSearch } from './plan-actions-search.ts';
import { ownPath } from './search-params.ts';

describe('ownPath', () => {
  test.each(['/', '/plans/1/actions?rag=RED', '/my-week#r3'])('%s is a place of this site', (path) => {
    expect(ownPath(path)).toBe(path);
  });
  test.each([
    '//elsewhere.example',
    '/\\elsewhere.example',
    'https://elsewhere.example',
    'javascript:alert(1)',
    '',
    7,
    undefined,
  ])('%s is not', (path) => {
    expect(ownPath(path)).toBeUndefined();
  });
  test('a path of absurd length is not', () => {
    expect(ownPath(`/${'a'.repeat(2000)}`)).toBeUndefined();
  });
});

describe('readPlanActionsSearch', () => {
  test('keeps every filter as it stands, and names what means nothing', () => {
    const read = readPlanActionsSearch({
      rag: 'RED',
      status: 'DONE',
      q: '',
      team: 12,
      view: 'carousel',
      density: 'compact',
      directorate: 'x',
    });
    expect(read).toEqual({
      rag: 'RED',
      status: 'DONE',
      team: '12',
      density: 'compact',
      unknown: 'directorate,view',
    });
  });
});
