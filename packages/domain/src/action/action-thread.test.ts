import { describe, expect, it } from 'vitest';
import { type ActionThreadInput, actionThread, threadWords } from './action-thread.ts';

const base: ActionThreadInput = {
  status: 'IN_PROGRESS',
  hasOwner: true,
  percentComplete: 40,
  silent: false,
  evidence: { total: 0, accepted: 0, impact: 0 },
  impactUnverified: 0,
};
const states = (change: Partial<ActionThreadInput>) =>
  actionThread({ ...base, ...change }).map((knot) => knot.state);

describe('the thread of one action', () => {
  it.each<[string, Partial<ActionThreadInput>, string[]]>([
    ['in hand, no evidence', {}, ['WHOLE', 'PARTIAL', 'MISSING', 'MISSING']],
    ['nobody owns it', { hasOwner: false }, ['WHOLE', 'MISSING', 'MISSING', 'MISSING']],
    ['complete', { status: 'AWAITING_EVIDENCE_CHECK' }, ['WHOLE', 'WHOLE', 'MISSING', 'MISSING']],
    [
      'some accepted',
      { evidence: { total: 4, accepted: 2, impact: 0 } },
      ['WHOLE', 'PARTIAL', 'PARTIAL', 'MISSING'],
    ],
    [
      'a difference claimed',
      { evidence: { total: 1, accepted: 0, impact: 0 }, impactUnverified: 1 },
      ['WHOLE', 'PARTIAL', 'PARTIAL', 'PARTIAL'],
    ],
    [
      'whole',
      { status: 'CLOSED', evidence: { total: 2, accepted: 2, impact: 1 } },
      ['WHOLE', 'WHOLE', 'WHOLE', 'WHOLE'],
    ],
  ])('%s', (_case, change, expected) => {
    expect(states(change)).toEqual(expected);
  });

  it('says what is missing', () => {
    expect(threadWords(actionThread({ ...base, silent: true }))).toBe(
      '1 of 4: no recent update; no evidence; nothing shows a difference for children',
    );
  });
});
