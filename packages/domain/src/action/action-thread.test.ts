import { DELIVERY_STATUSES } from '@gt/contracts/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ActionThreadInput, actionThread, threadWords } from './action-thread.ts';

const base: ActionThreadInput = {
  status: 'IN_PROGRESS',
  hasOwner: true,
  percentComplete: 40,
  silent: false,
  evidence: { total: 0, accepted: 0, expired: 0, impact: 0 },
  impactUnverified: 0,
};
const moving = { linked: 1, withFigures: 1, towards: 1, away: 0 };
const picture = (change: Partial<ActionThreadInput>) =>
  actionThread({ ...base, ...change })
    .map((knot) => ({ WHOLE: '●', PARTIAL: '○', MISSING: '✕' })[knot.state])
    .join('');

describe('the thread of one action', () => {
  it.each<[string, Partial<ActionThreadInput>, string]>([
    ['in hand, no evidence', {}, '●●✕✕'],
    ['nobody owns it', { hasOwner: false }, '●○✕✕'],
    ['not started', { status: 'NOT_STARTED' }, '●○✕✕'],
    ['silent', { silent: true }, '●○✕✕'],
    ['complete', { status: 'AWAITING_EVIDENCE_CHECK' }, '●●✕✕'],
    ['cancelled', { status: 'CANCELLED' }, '●✕✕✕'],
    ['none accepted', { evidence: { total: 2, accepted: 0, expired: 0, impact: 0 } }, '●●○✕'],
    ['one accepted', { evidence: { total: 4, accepted: 1, expired: 0, impact: 0 } }, '●●●✕'],
    ['accepted and expired', { evidence: { total: 0, accepted: 0, expired: 1, impact: 0 } }, '●●○✕'],
    [
      'a difference claimed',
      { evidence: { total: 1, accepted: 0, expired: 0, impact: 0 }, impactUnverified: 1 },
      '●●○○',
    ],
    ['a difference shown', { evidence: { total: 2, accepted: 2, expired: 0, impact: 1 } }, '●●●○'],
    ['closed by an owner who left', { status: 'CLOSED', hasOwner: false }, '●●✕✕'],
    [
      'whole',
      { status: 'CLOSED', evidence: { total: 2, accepted: 2, expired: 0, impact: 1 }, measures: moving },
      '●●●●',
    ],
  ])('%s', (_case, change, expected) => {
    expect(picture(change)).toBe(expected);
  });

  it('says what is missing, and what is there', () => {
    const knots = actionThread({ ...base, silent: true });
    expect(threadWords(knots)).toBe(
      '1 of 4: no recent update; no evidence; no measure linked; no difference shown',
    );
    expect(knots.map((knot) => knot.words)).toEqual([
      'Under a recommendation',
      'In progress, 40%',
      'No evidence',
      'No measure linked',
    ]);
  });

  it('asks for what has expired, and for what waits', () => {
    const proved = (evidence: ActionThreadInput['evidence']) => actionThread({ ...base, evidence })[2];
    expect(proved({ total: 0, accepted: 0, expired: 2, impact: 0 })).toMatchObject({
      words: '2 items, expired',
      missing: ['evidence expired'],
    });
    expect(proved({ total: 1, accepted: 0, expired: 1, impact: 0 })?.missing).toEqual([
      'evidence not verified',
      'evidence expired',
    ]);
  });

  it('is whole exactly where nothing is missing', () => {
    const count = fc.integer({ min: 0, max: 3 });
    const input = fc.record<ActionThreadInput>({
      status: fc.constantFrom(...DELIVERY_STATUSES),
      hasOwner: fc.boolean(),
      percentComplete: fc.integer({ min: 0, max: 100 }),
      silent: fc.boolean(),
      evidence: fc.tuple(count, count, count, count).map(([impact, plain, open, expired]) => ({
        ...{ impact, expired },
        accepted: impact + plain,
        total: impact + plain + open,
      })),
      impactUnverified: count,
    });
    fc.assert(
      fc.property(input, (known) => {
        for (const knot of actionThread(known)) {
          expect(knot.state === 'WHOLE').toBe(knot.missing.length === 0);
          expect(knot.words).not.toBe('');
        }
      }),
    );
  });
});
