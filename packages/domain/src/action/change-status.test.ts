import { DELIVERY_STATUSES, type DeliveryStatus } from '@gt/contracts/words';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  type ClosingEvidence,
  changeStatus,
  STATUS_MOVES,
  type StatusChange,
  statusNeedsReason,
} from './index.ts';

const accepted: ClosingEvidence = { state: 'ACCEPTED', uploadedById: 'owner' };
const closing: StatusChange = {
  from: 'AWAITING_EVIDENCE_CHECK',
  to: 'CLOSED',
  actor: { userId: 'verifier', mayVerify: true },
  actionOwnerIds: ['owner'],
  updateAuthorIds: ['author'],
  evidence: [accepted],
};
const codes = (change: StatusChange) => {
  const decision = changeStatus(change);
  return decision.ok ? 'ok' : decision.reasons.map((reason) => reason.code).join(' ');
};

describe('closing an action', () => {
  it('takes one accepted item and a verifier who stands apart', () => {
    expect(changeStatus(closing)).toEqual({
      ok: true,
      status: 'CLOSED',
      statusReason: null,
      declaredRag: 'BLUE',
      closed: true,
    });
  });

  test.each<[string, Partial<StatusChange>, string]>([
    ['no evidence', { evidence: [] }, 'NO_ACCEPTED_EVIDENCE'],
    ['evidence waiting', { evidence: [{ ...accepted, state: 'SUBMITTED' }] }, 'NO_ACCEPTED_EVIDENCE'],
    ['evidence returned', { evidence: [{ ...accepted, state: 'RETURNED' }] }, 'NO_ACCEPTED_EVIDENCE'],
    ['evidence destroyed', { evidence: [{ ...accepted, isGone: true }] }, 'NO_ACCEPTED_EVIDENCE'],
    ['one accepted among others', { evidence: [{ ...accepted, state: 'RETURNED' }, accepted] }, 'ok'],
    ['own evidence only', { evidence: [{ ...accepted, uploadedById: 'verifier' }] }, 'ONLY_OWN_EVIDENCE'],
    ['own version', { evidence: [{ ...accepted, versionsUploadedBy: ['verifier'] }] }, 'ONLY_OWN_EVIDENCE'],
    ['own and another', { evidence: [{ ...accepted, uploadedById: 'verifier' }, accepted] }, 'ok'],
    ['the owner', { actor: { userId: 'owner', mayVerify: true } }, 'OWNER_MAY_NOT_CLOSE ONLY_OWN_EVIDENCE'],
    ['an author', { actor: { userId: 'author', mayVerify: true } }, 'AUTHOR_MAY_NOT_CLOSE'],
    ['no verifier', { actor: { userId: 'other', mayVerify: false } }, 'NOT_A_VERIFIER'],
    ['not complete yet', { from: 'IN_PROGRESS' }, 'NO_SUCH_MOVE'],
    ['already closed', { from: 'CLOSED' }, 'SAME_STATUS'],
  ])('%s', (_, change, expected) => {
    expect(codes({ ...closing, ...change })).toBe(expected);
  });

  it('says what the evidence lacks', () => {
    const sentence = (evidence: ClosingEvidence[]) => {
      const decision = changeStatus({ ...closing, evidence });
      return decision.ok ? '' : decision.reasons[0]?.sentence;
    };
    expect(sentence([])).toBe(
      'An action closes on at least one accepted item of evidence. None has been uploaded.',
    );
    const waiting: ClosingEvidence = { state: 'SUBMITTED', uploadedById: 'owner' };
    expect(sentence([waiting])).toMatch(/One item is waiting to be checked\.$/);
    expect(sentence([waiting, waiting])).toMatch(/2 items are waiting to be checked\.$/);
    expect(sentence([{ state: 'RETURNED', uploadedById: 'owner' }])).toMatch(/has been returned\.$/);
  });
});

describe('the other moves', () => {
  test.each<[DeliveryStatus, DeliveryStatus, string | null, string]>([
    ['NOT_STARTED', 'CANCELLED', null, 'REASON_NEEDED'],
    ['NOT_STARTED', 'CANCELLED', '123456789', 'REASON_NEEDED'],
    ['NOT_STARTED', 'CANCELLED', '1234567890', 'ok'],
    ['NOT_STARTED', 'CANCELLED', '   123456789   ', 'REASON_NEEDED'],
    ['CLOSED', 'REOPENED', ' ', 'REASON_NEEDED'],
    ['CLOSED', 'REOPENED', 'The audit found old practice', 'ok'],
    ['CANCELLED', 'REOPENED', 'Needed after all, by the board', 'ok'],
    ['AWAITING_EVIDENCE_CHECK', 'IN_PROGRESS', null, 'REASON_NEEDED'],
    ['NOT_STARTED', 'IN_PROGRESS', null, 'ok'],
    ['IN_PROGRESS', 'NOT_STARTED', null, 'ok'],
    ['REOPENED', 'AWAITING_EVIDENCE_CHECK', null, 'ok'],
    ['CLOSED', 'IN_PROGRESS', 'A reason of some length', 'NO_SUCH_MOVE'],
    ['IN_PROGRESS', 'REOPENED', 'A reason of some length', 'NO_SUCH_MOVE'],
  ])('%s → %s with “%s”: %s', (from, to, reason, expected) => {
    expect(codes({ ...closing, from, to, reason })).toBe(expected);
  });

  it('clears Blue on reopening, and the rating on cancelling', () => {
    const reason = 'The audit found old practice';
    const reopened = {
      ok: true,
      status: 'REOPENED',
      statusReason: reason,
      declaredRag: 'NONE',
      closed: false,
    };
    expect(changeStatus({ ...closing, from: 'CLOSED', to: 'REOPENED', reason: ` ${reason} ` })).toEqual(
      reopened,
    );
    const cancelled = changeStatus({ ...closing, from: 'IN_PROGRESS', to: 'CANCELLED', reason });
    expect(cancelled).toMatchObject({ declaredRag: 'NONE', closed: null });
    const begun = changeStatus({ ...closing, from: 'NOT_STARTED', to: 'IN_PROGRESS' });
    expect(begun).toMatchObject({ declaredRag: null, closed: null });
  });

  it('holds whatever is asked of it', () => {
    const status = fc.constantFrom(...DELIVERY_STATUSES);
    const person = fc.constantFrom('owner', 'verifier', 'author', 'other');
    const item = fc.record<ClosingEvidence>({
      state: fc.constantFrom('SUBMITTED', 'ACCEPTED', 'RETURNED', 'WITHDRAWN'),
      uploadedById: person,
      isGone: fc.boolean(),
    });
    const anyChange = fc.record<StatusChange>({
      from: status,
      to: status,
      reason: fc.constantFrom(null, '', 'too short', 'long enough to be kept'),
      actor: fc.record({ userId: person, mayVerify: fc.boolean() }),
      actionOwnerIds: fc.subarray(['owner', 'other']),
      updateAuthorIds: fc.subarray(['author']),
      evidence: fc.array(item, { maxLength: 4 }),
    });
    fc.assert(
      fc.property(anyChange, (change) => {
        const decision = changeStatus(change);
        if (!decision.ok) {
          expect(decision.reasons.length).toBeGreaterThan(0);
          for (const reason of decision.reasons) expect(reason.sentence).toMatch(/^[A-Z].*\.$/);
          return;
        }
        expect(STATUS_MOVES[change.from]).toContain(change.to);
        expect(decision.status).toBe(change.to);
        expect(decision.declaredRag === 'BLUE').toBe(change.to === 'CLOSED');
        if (statusNeedsReason(change.from, change.to)) expect(decision.statusReason).toMatch(/.{10}/);
        if (change.to !== 'CLOSED') return;
        expect(change.actor.mayVerify).toBe(true);
        expect(change.actionOwnerIds).not.toContain(change.actor.userId);
        const proof = change.evidence.filter((found) => found.state === 'ACCEPTED' && !found.isGone);
        expect(proof.some((found) => found.uploadedById !== change.actor.userId)).toBe(true);
      }),
    );
  });
});
