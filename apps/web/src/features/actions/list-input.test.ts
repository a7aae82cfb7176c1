import { isoDate } from '@gt/contracts/words';
import { describe, expect, it } from 'vitest';
import { listFilter, nextSort, readSort, strangeOrder } from './list-input.ts';

const today = isoDate('2026-03-12');

describe('the address as the list takes it', () => {
  it('reads a sort, and falls back to the reference', () => {
    expect(readSort('-dueDate')).toEqual({ by: 'dueDate', descending: true });
    expect(readSort('team')).toEqual({ by: 'team', descending: false });
    expect(readSort('nonsense; drop')).toEqual({ by: 'reference', descending: false });
    expect(readSort(undefined)).toEqual({ by: 'reference', descending: false });
  });

  it('turns a column round and gives it up', () => {
    expect(nextSort(undefined, 'rag')).toBe('rag');
    expect(nextSort('rag', 'rag')).toBe('-rag');
    expect(nextSort('-rag', 'rag')).toBeUndefined();
  });

  it('asks for open work in a span of days, unless a status was chosen', () => {
    expect(listFilter({ due: '7-days' }, today)).toMatchObject({
      due: { from: '2026-03-12', to: '2026-03-19' },
      statuses: ['NOT_STARTED', 'IN_PROGRESS', 'AWAITING_EVIDENCE_CHECK', 'REOPENED'],
    });
    expect(listFilter({ due: '30-days', status: 'CLOSED' }, today).statuses).toEqual(['CLOSED']);
    expect(listFilter({ due: 'overdue' }, today)).toMatchObject({ due: 'OVERDUE', statuses: undefined });
  });

  it('asks for what is not empty', () => {
    const filter = listFilter({ team: 'any', evidence: 'any', updated: 'any' }, today);
    expect(filter).toMatchObject({ filled: ['TEAM', 'EVIDENCE', 'UPDATE'], teamIds: undefined });
    expect(listFilter({ team: 'none' }, today).filled).toBeUndefined();
  });

  it('drops an id that is none', () => {
    expect(listFilter({ team: "x' OR 1=1" }, today).teamIds).toBeUndefined();
  });

  it('names an order and a grouping that mean nothing', () => {
    expect(strangeOrder({ sort: '-dueDate', group: 'team' })).toEqual([]);
    expect(strangeOrder({ sort: 'size', group: 'moon' }).map(({ said }) => said)).toEqual([
      'Sort by “size”',
      'Group by “moon”',
    ]);
  });
});
