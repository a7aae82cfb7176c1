import type { Role } from '@gt/contracts/words';
import { describe, expect, test } from 'vitest';
import {
  canAddEvidenceVersion,
  canDownloadEvidence,
  canEditEvidence,
  canLinkToRecommendation,
  canReadEvidence,
  type EvidenceRecord,
} from './evidence-rules.ts';

const actor = (roles: Role[], more: { userId?: string; teamIds?: string[]; postIds?: string[] } = {}) => ({
  userId: 'me',
  teamIds: [],
  postIds: [],
  roles,
  ...more,
});
const action = (more: Partial<EvidenceRecord['actions'][number]> = {}) => ({
  teamId: 'fostering',
  partnerTeamId: null,
  ownerPostId: null,
  ownerUserId: null,
  supportingTeamIds: [],
  isHome: true,
  ...more,
});
const evidence = (more: Partial<EvidenceRecord> = {}): EvidenceRecord => ({
  uploadedById: 'somebody',
  actions: [action()],
  ...more,
});

describe('reading and opening', () => {
  test.each<[Role, boolean, boolean]>([
    ['PROGRAMME_LEAD', true, true],
    ['MANAGER', true, true],
    ['CONTRIBUTOR', true, true],
    ['VERIFIER', true, true],
    ['VIEWER', true, false],
    ['PARTNER', false, false],
    ['ADMINISTRATOR', false, false],
  ])('%s reads %s, opens %s', (role, reads, opens) => {
    expect(canReadEvidence(actor([role]), evidence()).ok).toBe(reads);
    expect(canDownloadEvidence(actor([role]), evidence()).ok).toBe(opens);
  });

  test('a partner reads and opens what is linked to an action of their agency, and nothing linked elsewhere', () => {
    const police = actor(['PARTNER'], { teamIds: ['police'] });
    const theirs = evidence({ actions: [action(), action({ partnerTeamId: 'police' })] });
    expect(canReadEvidence(police, theirs).ok).toBe(true);
    expect(canDownloadEvidence(police, theirs).ok).toBe(true);
    expect(canReadEvidence(police, evidence({ actions: [] })).ok).toBe(false);
    expect(canReadEvidence(police, evidence({ uploadedById: 'me', actions: [] })).ok).toBe(false);
  });
});

describe('changing', () => {
  test('the uploader, a manager of the team and the programme lead edit; a colleague adds a version only', () => {
    const supporter = actor(['CONTRIBUTOR'], { teamIds: ['permanence'] });
    const shared = evidence({ actions: [action({ supportingTeamIds: ['permanence'] })] });
    expect(canEditEvidence(actor(['CONTRIBUTOR']), evidence({ uploadedById: 'me' })).ok).toBe(true);
    expect(canEditEvidence(actor(['MANAGER'], { teamIds: ['fostering'] }), evidence()).ok).toBe(true);
    expect(canEditEvidence(actor(['MANAGER'], { teamIds: ['permanence'] }), evidence()).ok).toBe(false);
    expect(canEditEvidence(actor(['PROGRAMME_LEAD']), evidence({ actions: [] })).ok).toBe(true);
    expect(canAddEvidenceVersion(supporter, shared).ok).toBe(true);
    expect(canEditEvidence(supporter, shared)).toMatchObject({ ok: false });
    expect(canAddEvidenceVersion(actor(['VERIFIER']), evidence()).ok).toBe(false);
  });

  test('a link made by somebody without rights lets them read it and gives them none', () => {
    const guest = evidence({ actions: [action(), action({ teamId: 'permanence', isHome: false })] });
    const manager = actor(['MANAGER'], { teamIds: ['permanence'] });
    expect(canReadEvidence(manager, guest).ok).toBe(true);
    expect(canEditEvidence(manager, guest).ok).toBe(false);
    expect(canAddEvidenceVersion(manager, guest).ok).toBe(false);
  });

  test('only the programme lead links straight to a recommendation', () => {
    expect(canLinkToRecommendation(actor(['PROGRAMME_LEAD'])).ok).toBe(true);
    expect(canLinkToRecommendation(actor(['MANAGER']))).toMatchObject({ ok: false });
    expect(canLinkToRecommendation(actor(['VERIFIER'])).ok).toBe(false);
  });
});
