import type { Role } from '@gt/contracts/words';
import { describe, expect, test } from 'vitest';
import { canChairReview, canRunReview, canWriteInReview } from './index.ts';

const actor = (role: Role, teamIds: string[] = []) => ({ userId: 'me', roles: [role], teamIds, postIds: [] });
const review = (teamId: string | null, more: { chairId?: string; attendeeIds?: string[] } = {}) => ({
  teamId,
  chairId: null,
  attendeeIds: [],
  ...more,
});

describe('running a review', () => {
  test.each<[Role, string[], string | null, boolean]>([
    ['PROGRAMME_LEAD', [], null, true],
    ['PROGRAMME_LEAD', [], 'fostering', true],
    ['MANAGER', ['fostering'], 'fostering', true],
    ['MANAGER', ['fostering'], 'permanence', false],
    ['MANAGER', ['fostering'], null, false],
    ['CONTRIBUTOR', ['fostering'], 'fostering', false],
    ['VIEWER', [], null, false],
    ['PARTNER', ['police'], 'police', false],
    ['ADMINISTRATOR', [], null, false],
  ])('%s of %j, review of %s', (role, teamIds, teamId, may) => {
    expect(canRunReview(actor(role, teamIds), review(teamId)).ok).toBe(may);
  });
});

describe('chairing and writing', () => {
  test('a viewer or another manager drives when they are in the meeting', () => {
    const there = review(null, { attendeeIds: ['me'] });
    expect(canChairReview(actor('VIEWER'), there).ok).toBe(true);
    expect(canChairReview(actor('VIEWER'), review(null))).toMatchObject({ ok: false });
    expect(canChairReview(actor('MANAGER', ['permanence']), there).ok).toBe(true);
    expect(canChairReview(actor('CONTRIBUTOR'), there).ok).toBe(false);
    expect(canChairReview(actor('PROGRAMME_LEAD'), review(null)).ok).toBe(true);
  });

  test('being in the meeting is not enough to write; having the chair is', () => {
    const there = review(null, { attendeeIds: ['me'], chairId: 'somebody' });
    expect(canWriteInReview(actor('VIEWER'), there).ok).toBe(false);
    expect(canWriteInReview(actor('VIEWER'), { ...there, chairId: 'me' }).ok).toBe(true);
    expect(canWriteInReview(actor('MANAGER', ['fostering']), review('fostering')).ok).toBe(true);
    expect(canWriteInReview(actor('PROGRAMME_LEAD'), there).ok).toBe(true);
  });
});
