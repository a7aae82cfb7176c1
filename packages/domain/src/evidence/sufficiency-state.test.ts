import { EVIDENCE_KINDS, EVIDENCE_STATES, isoDate, SUFFICIENCY_STATES } from '@gt/contracts/words';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays } from '../calendar/index.ts';
import {
  countsAsProof,
  DEFAULT_EVIDENCE_TEST,
  evidenceReference,
  evidenceSufficiency,
  type SufficiencyItem,
} from './index.ts';

const today = isoDate('2026-03-12');
const audit: SufficiencyItem = {
  reference: 'E1',
  kind: 'AUDIT',
  showsImpact: true,
  periodTo: isoDate('2026-02-28'),
  uploadedOn: isoDate('2026-03-02'),
  state: 'ACCEPTED',
};
const minutes: SufficiencyItem = { ...audit, reference: 'E2', kind: 'MINUTES', showsImpact: false };
const longAgo = isoDate('2025-06-30');
const expired = { validUntil: isoDate('2026-03-11') };
const answer = (items: SufficiencyItem[]) => evidenceSufficiency(DEFAULT_EVIDENCE_TEST, items, today);

describe('sufficient, thin, stale or none', () => {
  test.each<[string, SufficiencyItem[], string, string]>([
    ['two kinds, fresh', [audit, minutes], 'SUFFICIENT', ''],
    ['nothing', [], 'NONE', 'NO_EVIDENCE'],
    ['only what was withdrawn', [{ ...audit, state: 'WITHDRAWN' }], 'NONE', 'NO_EVIDENCE'],
    ['only what was superseded', [{ ...audit, supersededBy: 'E9' }], 'NONE', 'NO_EVIDENCE'],
    ['only what came back', [{ ...audit, state: 'RETURNED' }], 'NONE', 'RETURNED TOO_FEW_KINDS NO_IMPACT'],
    ['one waits', [{ ...audit, state: 'SUBMITTED' }], 'THIN', 'NOT_VERIFIED TOO_FEW_KINDS NO_IMPACT'],
    ['one kind', [audit], 'THIN', 'TOO_FEW_KINDS'],
    [
      'enough, long ago',
      [
        { ...audit, periodTo: longAgo },
        { ...minutes, periodTo: longAgo },
      ],
      'STALE',
      'NEWEST_TOO_OLD',
    ],
    ['one kind, long ago', [{ ...audit, periodTo: longAgo }], 'THIN', 'TOO_FEW_KINDS NEWEST_TOO_OLD'],
    [
      'enough until yesterday',
      [{ ...audit, ...expired }, minutes],
      'STALE',
      'EXPIRED TOO_FEW_KINDS NO_IMPACT',
    ],
    ['valid until today', [{ ...audit, validUntil: today }, minutes], 'SUFFICIENT', ''],
    ['an expired third', [audit, minutes, { ...audit, reference: 'E3', ...expired }], 'SUFFICIENT', ''],
    [
      'superseded second',
      [audit, { ...minutes, supersededBy: 'E3' }, { ...audit, reference: 'E3' }],
      'THIN',
      'TOO_FEW_KINDS',
    ],
    [
      'a superseded one that came back',
      [audit, minutes, { ...audit, state: 'RETURNED', supersededBy: 'E1' }],
      'SUFFICIENT',
      '',
    ],
  ])('%s', (_, items, state, codes) => {
    const { missing, ...found } = answer(items);
    expect(`${found.state}: ${missing.map(({ code }) => code).join(' ')}`).toBe(`${state}: ${codes}`);
  });

  it('says which accepted items do not count, and why', () => {
    const items = [
      { ...audit, ...expired },
      { ...minutes, supersededBy: 'E9' },
    ];
    expect(answer(items).notCounted).toEqual([
      'E1 expired on 11 March 2026 and does not count.',
      'E2 was superseded by E9 and does not count.',
    ]);
    expect(answer(items).missing.map(({ sentence }) => sentence)).toEqual([
      'Accepted evidence has expired: E1 on 11 March 2026.',
      '0 of 2 kinds of evidence: none is still valid.',
      'No accepted evidence shows a difference for children.',
    ]);
  });
});

const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays(today, -days));
const anyItem = fc.record<SufficiencyItem>({
  reference: fc.integer({ min: 1, max: 99 }).map(evidenceReference),
  kind: fc.constantFrom(...EVIDENCE_KINDS),
  showsImpact: fc.boolean(),
  periodTo: fc.option(day, { nil: null }),
  uploadedOn: day,
  state: fc.constantFrom(...EVIDENCE_STATES),
  isGone: fc.boolean(),
  validUntil: fc.option(
    fc.integer({ min: -200, max: 200 }).map((days) => addDays(today, days)),
    { nil: null },
  ),
  supersededBy: fc.constantFrom(null, 'E100'),
});
const anyTest = fc.record({
  minEvidenceKinds: fc.integer({ min: 1, max: 4 }),
  newestWithinDays: fc.integer({ min: 1, max: 365 }),
  requireImpact: fc.boolean(),
});
const items = fc.array(anyItem, { maxLength: 8 });

describe('whatever the evidence', () => {
  it('time alone turns sufficient into stale, and nothing else into anything', () => {
    fc.assert(
      fc.property(anyTest, items, fc.integer({ min: 1, max: 500 }), (asked, given, days) => {
        const now = evidenceSufficiency(asked, given, today).state;
        const later = evidenceSufficiency(asked, given, addDays(today, days)).state;
        if (now === 'SUFFICIENT') expect(['SUFFICIENT', 'STALE']).toContain(later);
        else expect(later).toBe(now);
      }),
    );
  });

  it('stale was sufficient when its items were new, and each no has a sentence', () => {
    fc.assert(
      fc.property(anyTest, items, (asked, given) => {
        const found = evidenceSufficiency(asked, given, today);
        expect(SUFFICIENCY_STATES).toContain(found.state);
        expect(found.state === 'SUFFICIENT').toBe(found.missing.length === 0);
        for (const { sentence } of found.missing) expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
        const fresh = given.map((item) => ({ ...item, periodTo: today, validUntil: null }));
        const renewed = evidenceSufficiency(asked, fresh, today);
        if (found.state === 'STALE' || found.state === 'SUFFICIENT') expect(renewed.state).toBe('SUFFICIENT');
        else expect(renewed.state).toBe(found.state);
      }),
    );
  });

  it('what does not count changes nothing', () => {
    fc.assert(
      fc.property(anyTest, items, anyItem, (asked, given, another) => {
        const before = evidenceSufficiency(asked, given, today);
        for (const nothing of [
          { ...another, state: 'WITHDRAWN' as const },
          { ...another, isGone: true },
        ]) {
          expect(evidenceSufficiency(asked, [...given, nothing], today)).toEqual(before);
          expect(countsAsProof(nothing, today)).toBe(false);
        }
        const superseded = evidenceSufficiency(
          asked,
          [...given, { ...another, supersededBy: 'E100' }],
          today,
        );
        expect({ ...superseded, notCounted: [] }).toEqual({ ...before, notCounted: [] });
      }),
    );
  });

  it('counts as accepted exactly what counts as proof', () => {
    fc.assert(
      fc.property(anyTest, items, (asked, given) => {
        const proof = given.filter((item) => countsAsProof(item, today)).length;
        expect(evidenceSufficiency(asked, given, today).accepted).toBe(proof);
      }),
    );
  });
});
