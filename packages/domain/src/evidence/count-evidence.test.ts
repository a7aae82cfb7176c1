import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountedItem, countEvidence, countsAsProof, proofWords, tallyWords } from './count-evidence.ts';

const today = '2026-03-12';
const accepted: CountedItem = { state: 'ACCEPTED', validUntil: null, supersededBy: null };

describe('what counts', () => {
  it.each<[string, CountedItem, 'known' | 'expired' | 'nothing']>([
    ['accepted', accepted, 'known'],
    ['on its last day', { ...accepted, validUntil: today }, 'known'],
    ['the day after', { ...accepted, validUntil: '2026-03-11' }, 'expired'],
    ['past its day before anybody checked it', { state: 'SUBMITTED', validUntil: '2026-03-11' }, 'known'],
    ['superseded', { ...accepted, supersededBy: 'E9' }, 'nothing'],
    ['superseded and expired', { ...accepted, supersededBy: 9, validUntil: '2026-03-11' }, 'nothing'],
    ['destroyed', { ...accepted, isGone: true }, 'nothing'],
    ['withdrawn', { state: 'WITHDRAWN' }, 'nothing'],
  ])('%s', (_, item, where) => {
    const { known, expired } = countEvidence([item], today);
    expect(known.length > 0 ? 'known' : expired.length > 0 ? 'expired' : 'nothing').toBe(where);
  });

  it('puts each item in one place at most, and calls accepted what counts as proof', () => {
    const item = fc.record<CountedItem>({
      state: fc.constantFrom('SUBMITTED', 'ACCEPTED', 'RETURNED', 'WITHDRAWN'),
      isGone: fc.boolean(),
      validUntil: fc.constantFrom(null, '2026-03-11', today, '2026-03-13'),
      supersededBy: fc.constantFrom(null, 'E2'),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), (items) => {
        const counted = countEvidence(items, today);
        expect(counted.accepted).toEqual(items.filter((one) => countsAsProof(one, today)));
        expect(new Set([...counted.known, ...counted.expired]).size).toBe(
          counted.known.length + counted.expired.length,
        );
      }),
    );
  });
});

it.each([
  [{ total: 0, accepted: 0, expired: 0 }, 'None', 'no evidence'],
  [{ total: 0, accepted: 0, expired: 1 }, '1 expired', '1 item, expired'],
  [{ total: 1, accepted: 0, expired: 0 }, '0 of 1 accepted', '1 item, not verified'],
  [{ total: 1, accepted: 1, expired: 0 }, '1 of 1 accepted', '1 item, verified'],
  [{ total: 4, accepted: 2, expired: 0 }, '2 of 4 accepted', '4 items, 2 not verified'],
  [{ total: 4, accepted: 4, expired: 2 }, '4 of 4 accepted, 2 expired', '4 items, all verified'],
])('%o in words', (tally, inCell, onThread) => {
  expect([tallyWords(tally), proofWords(tally)]).toEqual([inCell, onThread]);
});
