import type { Rag } from '@gt/contracts/words';
import { describe, expect, it, test } from 'vitest';
import { UPDATE_LIMITS, type UpdateInput, validateUpdate } from './index.ts';

const update: UpdateInput = { whatHappened: 'Two panels sat', rag: 'GREEN', percentComplete: 40 };
const check = (change: Partial<UpdateInput>, declaredRag: Rag = 'GREEN') =>
  validateUpdate({ ...update, ...change }, { declaredRag, status: 'IN_PROGRESS' })
    .map(({ field, message }) => `${field}: ${message}`)
    .join(' | ');

describe('a progress update', () => {
  test.each<[string, Partial<UpdateInput>, string]>([
    ['enough', {}, ''],
    ['nothing happened', { whatHappened: ' ' }, 'whatHappened: Enter what happened since the last update'],
    ['at the limit', { whatHappened: 'x'.repeat(UPDATE_LIMITS.whatHappened) }, ''],
    [
      'over it',
      { next: 'x'.repeat(20_010) },
      'next: What is next must be 20,000 characters or fewer. Shorten it by 10.',
    ],
    ['amber, no reason', { rag: 'AMBER' }, 'ragReason: Say why the rating changes from On track to At risk'],
    ['amber, reason', { rag: 'AMBER', ragReason: 'Panel postponed' }, ''],
    [
      'blue',
      { rag: 'BLUE' },
      'rag: Blue (complete and embedded) follows when the action is closed. Choose Red, Amber or Green.',
    ],
    ['0 %', { percentComplete: 0 }, ''],
    ['100 %', { percentComplete: 100 }, ''],
    [
      '101 %',
      { percentComplete: 101 },
      'percentComplete: Percent complete must be a whole number from 0 to 100',
    ],
    [
      'half a percent',
      { percentComplete: 0.5 },
      'percentComplete: Percent complete must be a whole number from 0 to 100',
    ],
  ])('%s', (_, change, expected) => {
    expect(check(change)).toBe(expected);
  });

  it('asks for a reason when the rating stays amber, not when it stays green', () => {
    expect(check({ rag: 'AMBER' }, 'AMBER')).toBe('ragReason: Say why the action is at risk');
    expect(check({ rag: 'GREEN' }, 'GREEN')).toBe('');
    expect(check({ rag: 'GREEN' }, 'NONE')).toBe('');
  });

  it('is not for closed actions', () => {
    expect(validateUpdate(update, { declaredRag: 'BLUE', status: 'CLOSED' })).toHaveLength(1);
  });
});
