import type { Role } from '@gt/contracts/words';
import { describe, expect, test } from 'vitest';
import { type ActionRecord, canManageUpdateLink, linkReaches } from './index.ts';

const actor = (role: Role, teamIds: string[] = []) => ({ userId: 'me', roles: [role], teamIds, postIds: [] });
const action = (more: Partial<ActionRecord>): ActionRecord => ({
  teamId: null,
  partnerTeamId: null,
  ownerPostId: null,
  ownerUserId: null,
  supportingTeamIds: [],
  ...more,
});
const lead = actor('PROGRAMME_LEAD');
const fostering = actor('MANAGER', ['fostering']);

describe('what a link for Police reaches', () => {
  test.each<[string, ReturnType<typeof actor>, ActionRecord, boolean]>([
    ['given to Police', lead, action({ teamId: 'police' }), true],
    ['with Police as the partner', lead, action({ teamId: 'fostering', partnerTeamId: 'police' }), true],
    ['supported by Police', lead, action({ teamId: 'fostering', supportingTeamIds: ['police'] }), true],
    ['of Health', lead, action({ teamId: 'fostering', partnerTeamId: 'health' }), false],
    ['of nobody', lead, action({}), false],
    ['the lead’s own, without Police', lead, action({ ownerUserId: 'me' }), false],
    ['of the manager’s team', fostering, action({ teamId: 'fostering', partnerTeamId: 'police' }), true],
    [
      'supported by the manager’s team',
      fostering,
      action({ teamId: 'police', supportingTeamIds: ['fostering'] }),
      true,
    ],
    ['of another team', fostering, action({ teamId: 'permanence', partnerTeamId: 'police' }), false],
    ['of Police alone', fostering, action({ teamId: 'police' }), false],
    [
      'of a maker who lost the role',
      actor('CONTRIBUTOR', ['fostering']),
      action({ partnerTeamId: 'police', ownerUserId: 'me' }),
      false,
    ],
  ])('an action %s', (_what, maker, record, expected) => {
    expect(linkReaches({ teamId: 'police', maker }, record)).toBe(expected);
  });
});

test('the lead looks after every link, a manager after their own, nobody else after any', () => {
  const [mine, others] = [{ createdById: 'me' }, { createdById: 'somebody' }];
  expect(canManageUpdateLink(lead, others).ok).toBe(true);
  expect(canManageUpdateLink(fostering, mine).ok).toBe(true);
  expect(canManageUpdateLink(fostering, others).ok).toBe(false);
  for (const role of ['CONTRIBUTOR', 'PARTNER', 'VERIFIER', 'VIEWER', 'ADMINISTRATOR'] as const) {
    expect(canManageUpdateLink(actor(role), mine).ok).toBe(false);
  }
});
