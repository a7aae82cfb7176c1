import { isoDate } from '@gt/contracts/words';
import { addDays } from '@gt/domain/calendar';
import { LIVE, OPEN } from '@gt/domain/position';
import { describe, expect, test } from 'vitest';
import { filterSearch } from '../../lib/filter-search.ts';
import { readPlanActionsSearch } from '../../lib/plan-actions-search.ts';
import { type ListFilter, listFilter } from './list-input.ts';
import { readFilters } from './read-filters.ts';

const today = isoDate('2026-03-12');
const id = '01a22949-3e35-75c2-a9c2-3cd7ce6f2d91';
const other = '01a22949-3e35-75c2-a9c2-3cd7ce6f2d92';
const within = (days: number) => ({ from: today, to: addDays(today, days) });

const FILTERS: ListFilter[] = [
  { statuses: LIVE },
  { statuses: OPEN, due: within(28) },
  { teamIds: [id], due: 'OVERDUE' },
  { noTeam: true, silent: true },
  { recommendationIds: [id, other], rags: ['RED'] },
  { due: 'DUE_14' },
  { pastOriginal: true },
  { evidence: 'NONE' },
  { evidence: 'RETURNED', statuses: OPEN, teamIds: [id] },
  { updatesInTime: true, teamIds: [id] },
  { noOwner: true, statuses: OPEN },
  { mismatch: 'ANY' },
  { movedAtLeast: 1, statuses: LIVE },
  { movedAtLeast: 2, statuses: LIVE },
  { movedBy: 'BOARD', statuses: LIVE },
  { movedBy: 'LEAD', statuses: LIVE },
  { milestoneDue: within(14) },
  { milestoneDue: within(28) },
  { pendingDueDate: true },
  { acceptances: ['OFFERED', 'QUERIED'], statuses: OPEN },
];

const asked = (filter: ListFilter) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== false));

describe('the address of a figure is read by the list as the filter that the figure counted by', () => {
  test.each(FILTERS)('%j', (filter) => {
    const search = readPlanActionsSearch(filterSearch(filter));
    expect(readFilters(search).notUnderstood).toEqual([]);
    expect(asked(listFilter(search, today))).toEqual(filter);
  });
});
