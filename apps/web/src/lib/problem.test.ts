import { describe, expect, test } from 'vitest';
import { fieldErrors, ProblemError, problemInBody, problemOf } from './problem.ts';

const problem = { code: 'RULE' as const, message: 'Close its milestones first.', requestId: 'r1' };

describe('problemOf', () => {
  test('reads a tRPC error', () => {
    expect(problemOf(Object.assign(new Error('x'), { data: { problem } }))).toEqual(problem);
  });
  test('reads our own error', () => {
    expect(problemOf(new ProblemError(problem))).toBe(problem);
  });
  test.each([
    undefined,
    null,
    'text',
    new TypeError('Failed to fetch'),
    { data: null },
    { data: { problem: {} } },
  ])('takes %s for a server that was not reached', (thrown) => {
    expect(problemOf(thrown).code).toBe('UNAVAILABLE');
  });
});

describe('problemInBody', () => {
  test('reads the answer of a plain route', () => {
    expect(problemInBody({ error: { problem } }, 422)).toEqual(problem);
  });
  test.each([
    [401, 'NOT_SIGNED_IN'],
    [413, 'TOO_LARGE'],
    [429, 'TOO_MANY_REQUESTS'],
    [502, 'INTERNAL'],
    [400, 'INVALID'],
  ])('%d without words is %s', (status, code) => {
    expect(problemInBody('<html>', status).code).toBe(code);
  });
});

test('fieldErrors pairs fields with their sentences', () => {
  const fields = [{ field: 'title', message: 'Enter a title' }];
  expect(fieldErrors({ ...problem, fields })).toEqual({ title: 'Enter a title' });
});
