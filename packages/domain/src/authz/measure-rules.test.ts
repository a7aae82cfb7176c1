import type { Role } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import { canEditMeasure, canEnterFigures } from './index.ts';

const actor = (role: Role, more: { teamIds?: string[]; postIds?: string[] } = {}) => ({
  userId: 'u',
  roles: [role],
  teamIds: [],
  postIds: [],
  ...more,
});
const ours = { ownerPostId: 'officer', ownerTeamId: 'fostering' };
const nobodys = { ownerPostId: null, ownerTeamId: null };

test('the programme lead changes every measure, a manager those of their teams', () => {
  expect(canEditMeasure(actor('PROGRAMME_LEAD'), nobodys).ok).toBe(true);
  expect(canEditMeasure(actor('MANAGER', { teamIds: ['fostering'] }), ours).ok).toBe(true);
  expect(canEditMeasure(actor('MANAGER', { teamIds: ['permanence'] }), ours).ok).toBe(false);
  expect(canEditMeasure(actor('MANAGER', { teamIds: ['fostering'] }), nobodys).ok).toBe(false);
  expect(
    canEditMeasure(actor('CONTRIBUTOR', { teamIds: ['fostering'], postIds: ['officer'] }), ours).ok,
  ).toBe(false);
});

test('whoever holds the owner post enters figures; a partner, verifier or viewer never does', () => {
  expect(canEnterFigures(actor('CONTRIBUTOR', { postIds: ['officer'] }), ours).ok).toBe(true);
  expect(canEnterFigures(actor('CONTRIBUTOR', { teamIds: ['fostering'] }), ours).ok).toBe(false);
  expect(canEnterFigures(actor('MANAGER', { teamIds: ['fostering'] }), ours).ok).toBe(true);
  // A manager of another team who holds the post all the same.
  expect(canEnterFigures(actor('MANAGER', { postIds: ['officer'] }), ours).ok).toBe(true);
  for (const role of ['PARTNER', 'VERIFIER', 'VIEWER', 'ADMINISTRATOR'] as const) {
    expect(canEnterFigures(actor(role, { postIds: ['officer'], teamIds: ['fostering'] }), ours).ok).toBe(
      false,
    );
  }
});
