import { describe, expect, it } from 'vitest';
import { columnsThatFit, leastWidth } from './columns-that-fit.ts';

const hidden = (width: number) =>
  Object.entries(columnsThatFit(width))
    .filter(([, shown]) => !shown)
    .map(([id]) => id);

const AT_FIRST = ['percentComplete', 'evidence', 'priority'];
const ALL = leastWidth([
  'reference',
  'title',
  'thread',
  'team',
  'owner',
  'dueDate',
  'rag',
  'status',
  'lastUpdateAt',
]);

describe('columnsThatFit', () => {
  it('leaves out only what nobody asked for where there is room', () => {
    expect(hidden(ALL)).toEqual(AT_FIRST);
    expect(hidden(Number.POSITIVE_INFINITY)).toEqual(AT_FIRST);
  });

  it('leaves out the least needed first', () => {
    expect(hidden(ALL - 1)).toEqual([...AT_FIRST, 'lastUpdateAt']);
  });

  it('never leaves out reference, title, owner, date and rating', () => {
    expect(hidden(0)).toEqual([...AT_FIRST, 'lastUpdateAt', 'team', 'thread', 'status']);
  });

  it('holds all nine on a laptop 1280 px wide, and what matters most on a tablet', () => {
    expect(hidden(1280 - 208 - 56)).toEqual(AT_FIRST);
    expect(leastWidth(['reference', 'title', 'owner', 'dueDate', 'rag'])).toBeLessThanOrEqual(768 - 76 - 40);
  });
});
