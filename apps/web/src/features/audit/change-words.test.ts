import { expect, test } from 'vitest';
import { changeWords } from './change-words.ts';
import { deedWords } from './deed-words.ts';

const TEAM = '0192aaaa-0000-7000-8000-000000000001';
const names = new Map([[TEAM, 'Fostering']]);

test('old and new stand side by side, ids as names, dates and roles in words', () => {
  const changes = {
    before: { roles: ['VIEWER'], teamIds: [], version: 1 },
    after: { roles: ['MANAGER', 'VERIFIER'], teamIds: [TEAM], fromDate: '2026-03-12', version: 2 },
  };
  expect(changeWords(changes, names)).toEqual([
    { field: 'Roles', from: 'Viewer', to: 'Manager and Verifier' },
    { field: 'Teams', from: '', to: 'Fostering' },
    { field: 'From date', from: '', to: '12 March 2026' },
  ]);
});

test('a destroyed or absent payload has nothing to tell', () => {
  expect(changeWords(null, names)).toEqual([]);
  expect(changeWords({ before: null, after: null }, names)).toEqual([]);
});

test('an unknown id, a long text and an unknown deed are not hidden', () => {
  const [unknown, long] = changeWords(
    { after: { postId: TEAM.replace('1', '2'), detail: 'a'.repeat(300) } },
    names,
  );
  expect(unknown?.to).toBe('a record');
  expect(long?.to).toHaveLength(201);
  expect(deedWords('pack.someThing')).toBe('pack: some thing');
});
