import { describe, expect, it } from 'vitest';
import { type Assignment, assignmentNeedsReason, checkAssignment } from './change-assignment.ts';

const NOBODY: Assignment = { teamId: null, ownerPostId: null, ownerUserId: null, partnerTeamId: null };

describe('a change of assignment', () => {
  it.each<[string, Assignment, Assignment, boolean]>([
    ['work nobody has is given', NOBODY, { ...NOBODY, teamId: 't1', ownerPostId: 'p1' }, false],
    [
      'an owner is added beside the team',
      { ...NOBODY, teamId: 't1' },
      { ...NOBODY, teamId: 't1', ownerPostId: 'p1' },
      false,
    ],
    ['the team changes', { ...NOBODY, teamId: 't1' }, { ...NOBODY, teamId: 't2' }, true],
    ['the post changes', { ...NOBODY, ownerPostId: 'p1' }, { ...NOBODY, ownerPostId: 'p2' }, true],
    ['the person is taken off', { ...NOBODY, ownerUserId: 'u1' }, NOBODY, true],
    [
      'only the partner agency changes',
      { ...NOBODY, partnerTeamId: 'a1' },
      { ...NOBODY, partnerTeamId: 'a2' },
      false,
    ],
  ])('%s', (_case, from, to, expected) => {
    expect(assignmentNeedsReason(from, to)).toBe(expected);
  });

  it('asks for a reason that says something', () => {
    const from = { ...NOBODY, teamId: 't1' };
    const to = { ...NOBODY, teamId: 't2' };
    expect(checkAssignment(from, to, '')).toEqual([
      { field: 'reason', message: 'Enter why the action changes hands' },
    ]);
    expect(checkAssignment(from, to, 'moved')).toHaveLength(1);
    expect(checkAssignment(from, to, 'The post holder has left the trust')).toEqual([]);
  });
});
