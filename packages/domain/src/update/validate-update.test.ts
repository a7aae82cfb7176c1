import type { Rag } from '@gt/contracts/words';
import { describe, expect, it, test } from 'vitest';
import { UPDATE_LIMITS, type UpdateBase, type UpdateInput, validateUpdate } from './index.ts';

const update: UpdateInput = { whatHappened: 'Two panels sat', rag: 'GREEN', percentComplete: 40 };
const check = (change: Partial<UpdateInput>, declaredRag: Rag = 'GREEN') =>
  validateUpdate({ ...update, ...change }, { declaredRag, status: 'IN_PROGRESS', percentComplete: 40 })
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
    expect(
      validateUpdate(update, { declaredRag: 'BLUE', status: 'CLOSED', percentComplete: 100 }),
    ).toHaveLength(1);
  });
});

describe('nothing changed', () => {
  const because: UpdateInput = {
    whatHappened: 'Panel does not sit until April',
    rag: 'AMBER',
    percentComplete: 40,
    nothingChanged: true,
  };
  const base = { declaredRag: 'AMBER', status: 'IN_PROGRESS', percentComplete: 40 } as const;
  const said = (change: Partial<UpdateInput>, on: Partial<UpdateBase> = {}) =>
    validateUpdate({ ...because, ...change }, { ...base, ...on })
      .map(({ field, message }) => `${field}: ${message}`)
      .join(' | ');

  test.each<[string, Partial<UpdateInput>, Partial<UpdateBase>, string]>([
    ['a reason is enough, also at amber', {}, {}, ''],
    ['without a reason', { whatHappened: ' ' }, {}, 'whatHappened: Say why nothing changed'],
    [
      'another colour',
      { rag: 'GREEN' },
      {},
      'rag: “Nothing changed” keeps the rating: At risk. To change it, say what happened instead.',
    ],
    [
      'another percent',
      { percentComplete: 45 },
      {},
      'percentComplete: “Nothing changed” keeps the work at 40%. To change it, say what happened instead.',
    ],
    ['not rated yet', { rag: 'NONE', percentComplete: 0 }, { declaredRag: 'NONE', percentComplete: 0 }, ''],
    ['reopened, once blue', { rag: 'NONE' }, { declaredRag: 'BLUE', status: 'REOPENED' }, ''],
    ['closed', {}, { status: 'CLOSED' }, 'whatHappened: The action is closed. Reopen it first.'],
    ['cancelled', {}, { status: 'CANCELLED' }, 'whatHappened: The action is cancelled. Reopen it first.'],
    [
      'too long',
      { whatHappened: 'x'.repeat(20_001) },
      {},
      'whatHappened: Why nothing changed must be 20,000 characters or fewer. Shorten it by 1.',
    ],
  ])('%s', (_, change, on, expected) => {
    expect(said(change, on)).toBe(expected);
  });
});
