import { expect, test } from 'vitest';
import { type BoardCard, boardKey } from './board-key.ts';

const card: BoardCard = {
  status: 'IN_PROGRESS',
  declaredRag: 'AMBER',
  team: { id: 't1' },
  ownerPost: { id: 'p1' },
  ownerUser: { id: 'u1' },
  priority: 'HIGH',
  acceptance: 'OFFERED',
  recommendationId: 'r1',
};

test.each([
  ['status', 'IN_PROGRESS'],
  ['rag', 'AMBER'],
  ['team', 't1'],
  ['owner', 'post:p1'],
  ['priority', 'HIGH'],
  ['acceptance', 'OFFERED'],
  ['recommendation', 'r1'],
] as const)('by %s a card stands in %s', (by, key) => {
  expect(boardKey(by, card)).toBe(key);
});

test('a person owns what no post owns, and what nobody has stands under no key', () => {
  expect(boardKey('owner', { ...card, ownerPost: null })).toBe('person:u1');
  expect(boardKey('owner', { ...card, ownerPost: null, ownerUser: null })).toBe('');
  expect(boardKey('team', { ...card, team: null })).toBe('');
});
