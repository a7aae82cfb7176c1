import { ROLES } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import { inOrder, roleInWords } from './role-words.ts';

test('each role is told apart by what the table lets it do', () => {
  expect(new Set(ROLES.map(roleInWords)).size).toBe(ROLES.length);
  expect(roleInWords('CONTRIBUTOR')).toBe(
    'May post updates and attach evidence. Only on actions that they own or support; reads the whole plan.',
  );
  expect(roleInWords('VIEWER')).toBe('Reads the plan and its reports, and changes nothing.');
});

test('roles stand in the order of the table', () => {
  expect(inOrder(['VIEWER', 'ADMINISTRATOR'])).toEqual(['ADMINISTRATOR', 'VIEWER']);
});
