import { isoDate } from '@gt/contracts/words';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  canCheckSample,
  decideSample,
  drawSample,
  EVIDENCE_CONTENT_LIMITS,
  evidenceStanding,
  type SampleDecision,
  stateAfterEdit,
  supersedeEvidence,
  validateEvidence,
  validateEvidenceContent,
} from './index.ts';

const today = isoDate('2026-03-12');

describe('how an item stands', () => {
  test.each([
    ['no end', null, null, undefined],
    ['on its last day', '2026-03-12', null, undefined],
    ['the day after', '2026-03-11', null, 'Expired: it was valid until 11 March 2026'],
    ['superseded', null, 'E7', 'Superseded by E7'],
    ['both: where to go on comes first', '2026-03-11', 'E7', 'Superseded by E7'],
  ])('%s', (_, validUntil, supersededBy, words) => {
    const item = { validUntil: validUntil === null ? null : isoDate(validUntil), supersededBy };
    expect(evidenceStanding(item, today)?.words).toBe(words);
  });
});

describe('what is said about an item', () => {
  const fields = (input: Parameters<typeof validateEvidence>[0]) =>
    validateEvidence(input, today).map(({ field }) => field);

  test.each([
    ['a difference that is said', { showsImpact: true, difference: 'Fewer moves' }, []],
    ['a difference that is claimed and not said', { showsImpact: true, difference: ' ' }, ['difference']],
    ['no difference', { showsImpact: false, difference: '' }, []],
    ['one field alone', { showsImpact: true }, []],
    ['too long', { showsImpact: true, difference: 'a'.repeat(1001) }, ['difference']],
    [
      'valid until before the period ends',
      { periodTo: isoDate('2026-03-01'), validUntil: isoDate('2026-02-28') },
      ['validUntil'],
    ],
    [
      'valid until the day it ends',
      { periodTo: isoDate('2026-03-01'), validUntil: isoDate('2026-03-01') },
      [],
    ],
    ['valid until the future', { validUntil: isoDate('2027-03-01') }, []],
    ['no such day', { validUntil: '2026-02-30' as never }, ['validUntil']],
    ['a long post', { authorPost: 'a'.repeat(201) }, ['authorPost']],
  ])('%s', (_, input, expected) => {
    expect(fields(input)).toEqual(expected);
  });

  it('asks for a check again when the difference is another, and not for its author or end', () => {
    expect(stateAfterEdit('ACCEPTED', ['difference'])).toBe('SUBMITTED');
    expect(stateAfterEdit('ACCEPTED', ['authorPost', 'validUntil'])).toBe('ACCEPTED');
  });
});

describe('notes and links', () => {
  test.each([
    ['NOTE', 'The panel met weekly.', 0],
    ['NOTE', ' ', 1],
    ['NOTE', 'a'.repeat(EVIDENCE_CONTENT_LIMITS.note + 1), 1],
    ['LINK', 'https://trust.example/audit?id=4#p2', 0],
    ['LINK', 'http://trust.example', 0],
    ['LINK', '', 1],
    ['LINK', 'trust.example/audit', 1],
    ['LINK', 'javascript:alert(1)', 1],
    ['LINK', 'data:text/html,x', 1],
    ['LINK', 'https://head:secret@trust.example/', 1],
    ['LINK', 'https://trust.example/a b', 1],
    ['LINK', `https://trust.example/${'a'.repeat(EVIDENCE_CONTENT_LIMITS.link)}`, 1],
  ] as const)('%s %s', (form, content, problems) => {
    expect(validateEvidenceContent(form, content)).toHaveLength(problems);
  });
});

describe('taking another item’s place', () => {
  const item = { id: 'a', state: 'ACCEPTED' } as const;
  const by = { id: 'b', reference: 'E2', state: 'SUBMITTED', isGone: false } as const;
  test.each([
    ['another', item, by, [], true],
    ['itself', item, { ...by, id: 'a' }, [], false],
    ['a withdrawn one', item, { ...by, state: 'WITHDRAWN' as const }, [], false],
    ['a destroyed one', item, { ...by, isGone: true }, [], false],
    ['of a withdrawn one', { ...item, state: 'WITHDRAWN' as const }, by, [], false],
    ['in a ring', item, by, ['c', 'a'], false],
  ])('%s', (_, of, successor, after, ok) => {
    expect(supersedeEvidence(of, successor, after).ok).toBe(ok);
  });
});

describe('a dip check', () => {
  it('is drawn the same again, from the pool alone, each once, and everything of a small pool', () => {
    expect(drawSample([5, 1, 3, 2, 4], 2, 'seed')).toEqual(drawSample([1, 2, 3, 4, 5], 2, 'seed'));
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(500)), fc.nat(20), fc.string(), (pool, size, seed) => {
        const drawn = drawSample(pool, size, seed);
        expect(drawn).toHaveLength(Math.min(size, pool.length));
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawn.every((number) => pool.includes(number))).toBe(true);
      }),
    );
  });

  it('gives every item about the same chance', () => {
    const pool = Array.from({ length: 10 }, (_, index) => index + 1);
    const counts = new Map<number, number>();
    for (let seed = 0; seed < 2000; seed += 1) {
      for (const number of drawSample(pool, 3, `draw ${seed}`))
        counts.set(number, (counts.get(number) ?? 0) + 1);
    }
    // 600 of each are expected; five standard deviations are about 103.
    for (const number of pool) expect(Math.abs((counts.get(number) ?? 0) - 600)).toBeLessThan(103);
  });

  const asked: SampleDecision = {
    state: 'ACCEPTED',
    decision: 'ACCEPTED',
    reason: '',
    versionNumber: 1,
    latestVersionNumber: 1,
    isGone: false,
    acceptedById: 'first',
    independence: {
      userId: 'second',
      uploadedById: 'up',
      versionsUploadedBy: ['up'],
      actionOwnerIds: [],
      updateAuthorIds: [],
    },
  };
  test.each<[string, Partial<SampleDecision>, string]>([
    ['upheld', {}, 'ok'],
    ['failed without a reason', { decision: 'RETURNED' }, 'INVALID'],
    ['failed with one', { decision: 'RETURNED', reason: 'Half of the files are missing' }, 'ok'],
    ['by whoever accepted it', { acceptedById: 'second' }, 'NOT_INDEPENDENT'],
    ['of one’s own', { independence: { ...asked.independence, userId: 'up' } }, 'NOT_INDEPENDENT'],
    ['of returned evidence', { state: 'RETURNED' }, 'NOT_OPEN'],
    ['of what was destroyed', { isGone: true }, 'NOT_OPEN'],
    ['of an older version', { latestVersionNumber: 2 }, 'NEWER_VERSION'],
  ])('%s', (_, change, ending) => {
    const answer = decideSample({ ...asked, ...change });
    expect(answer.ok ? 'ok' : answer.code).toBe(ending);
  });

  it('says why not', () => {
    expect(canCheckSample(asked.independence, 'second')).toEqual({
      ok: false,
      sentence: 'You accepted this evidence, so somebody else must dip-check it.',
    });
  });
});
