import { describe, expect, it } from 'vitest';
import { columnsThatFit, FIXED_COLUMNS, leastWidth } from './columns-that-fit.ts';

const ALL = ['thread', 'team', 'owner', 'dueDate', 'rag', 'status', 'lastUpdateAt'];
const width = (columns: readonly string[]) => leastWidth([...FIXED_COLUMNS, ...columns]);
const without = (...gone: string[]) => ALL.filter((column) => !gone.includes(column));

describe('columnsThatFit', () => {
  it('leaves out only what nobody asked for where there is room', () => {
    expect(columnsThatFit(width(ALL))).toEqual(ALL);
    expect(columnsThatFit(Number.POSITIVE_INFINITY)).toEqual(ALL);
  });

  it('leaves out the least needed first', () => {
    expect(columnsThatFit(width(ALL) - 1)).toEqual(without('lastUpdateAt'));
  });

  it('never leaves out owner, date and rating', () => {
    expect(columnsThatFit(0)).toEqual(['owner', 'dueDate', 'rag']);
  });

  it('holds all on a laptop 1280 px wide, and what matters most on a tablet', () => {
    expect(columnsThatFit(1280 - 208 - 56)).toEqual(ALL);
    expect(width(['owner', 'dueDate', 'rag'])).toBeLessThanOrEqual(768 - 76 - 40);
  });
});
