import type { Role } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import { type Actor, canAnswerAsk, canAskForEvidence, canWithdrawAsk } from './index.ts';

const post = { postId: 'officer', teamId: 'fostering' };
const actor = (role: Role, more: Partial<Actor> = {}): Actor => ({
  userId: 'me',
  roles: [role],
  teamIds: [],
  postIds: [],
  ...more,
});
const inTeam = { teamIds: ['fostering'] };

test.each<[string, Actor, string]>([
  ['lead', actor('PROGRAMME_LEAD'), 'asks answers'],
  ['verifier', actor('VERIFIER'), 'asks'],
  ['manager of the team', actor('MANAGER', inTeam), 'asks answers'],
  ['manager of another team', actor('MANAGER', { teamIds: ['permanence'] }), ''],
  ['holder', actor('CONTRIBUTOR', { postIds: ['officer'] }), 'answers'],
  ['colleague', actor('CONTRIBUTOR', inTeam), ''],
  ['agency', actor('PARTNER', inTeam), 'answers'],
  ['viewer who holds it', actor('VIEWER', { postIds: ['officer'] }), ''],
])('%s', (_, who, expected) => {
  const may = [
    ...(canAskForEvidence(who, post).ok ? ['asks'] : []),
    ...(canAnswerAsk(who, post).ok ? ['answers'] : []),
  ];
  expect(may.join(' ')).toBe(expected);
});

test.each<[string, Actor, string, boolean]>([
  ['lead', actor('PROGRAMME_LEAD'), 'another', true],
  ['whoever asked', actor('MANAGER'), 'me', true],
  ['another manager', actor('MANAGER'), 'another', false],
  ['a contributor', actor('CONTRIBUTOR'), 'me', false],
])('%s takes it back', (_, who, askedById, expected) => {
  expect(canWithdrawAsk(who, { askedById }).ok).toBe(expected);
});
