import { describe, expect, it } from 'vitest';
import { addressOf, isChanged, keptOf } from './view-search.ts';

const own = (search: Record<string, string>) => ({ id: '1', kind: 'OWN' as const, search });
const ready = (search: Record<string, string>) => ({ id: 'overdue', kind: 'READY' as const, search });

describe('what a view keeps of an address', () => {
  it('is everything but the open action and the view itself', () => {
    const search = { team: 'a,b', sort: '-dueDate', view: 'board', open: '1', saved: '2' } as const;
    expect(keptOf(search)).toEqual({ sort: '-dueDate', team: 'a,b', view: 'board' });
  });

  it('is changed by another filter, sort or column, not by the order of values', () => {
    expect(isChanged({ team: 'a,b', open: '1' }, own({ team: 'b,a' }))).toBe(false);
    expect(isChanged({ columns: 'team,owner' }, own({ columns: 'owner,team' }))).toBe(true);
    expect(isChanged({ team: 'a' }, own({}))).toBe(true);
    expect(isChanged({ sort: 'dueDate' }, own({ sort: '-dueDate' }))).toBe(true);
  });

  it('of a ready-made one says nothing of layout and columns', () => {
    const search = { due: 'overdue', view: 'board', columns: 'team' } as const;
    expect(isChanged(search, ready({ due: 'overdue' }))).toBe(false);
    expect(isChanged({ ...search, team: 'a' }, ready({ due: 'overdue' }))).toBe(true);
    expect(addressOf(ready({ due: 'overdue' }), { team: 'a', columns: 'team' })).toMatchObject({
      due: 'overdue',
      columns: 'team',
      saved: 'overdue',
    });
    expect(addressOf(own({ due: 'overdue' }), { team: 'a', columns: 'team' })).toEqual({
      due: 'overdue',
      saved: '1',
    });
  });
});
