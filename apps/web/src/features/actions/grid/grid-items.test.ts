import { expect, test } from 'vitest';
import type { ActionRow } from '../queries.ts';
import { allItems, gridItems } from './grid-items.ts';

const rows = ['a', 'b', 'c'].map((id) => ({ id }) as ActionRow);
const groups = [
  { key: 'fostering', label: 'Fostering', count: 2 },
  { key: '', label: 'No team', count: 5 },
];
const keys = (closed: string[]) =>
  gridItems(rows, ['fostering', 'fostering', ''], groups, new Set(closed)).map(({ key }) => key);

test('rows alone without groups', () => {
  expect(gridItems(rows, [], [], new Set()).map(({ key }) => key)).toEqual(['a', 'b', 'c']);
  expect(allItems(3, [], new Set())).toBe(3);
});

test('the name of each group stands before its rows, and alone when it is closed', () => {
  expect(keys([])).toEqual(['group:fostering', 'a', 'b', 'group:', 'c']);
  expect(keys(['fostering'])).toEqual(['group:fostering', 'group:', 'c']);
  expect(allItems(7, groups, new Set())).toBe(9);
  expect(allItems(7, groups, new Set(['']))).toBe(4);
});
