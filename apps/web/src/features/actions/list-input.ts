import type { RouterInputs } from '@gt/api/types';
import type { IsoDate } from '@gt/contracts/words';
import { OPEN_STATUSES } from '@gt/domain/action';
import { addDays } from '@gt/domain/calendar';
import type { PlanActionsSearch } from '../../lib/plan-actions-search.ts';

export type ListInput = RouterInputs['actions']['list'];
export type ListFilter = NonNullable<ListInput['filter']>;
export type SortBy = NonNullable<ListInput['sort']>['by'];

/** What can be sorted by; each is also a column. */
export const SORTS = [
  'reference',
  'title',
  'team',
  'owner',
  'dueDate',
  'rag',
  'status',
  'percentComplete',
  'lastUpdateAt',
  'priority',
] as const satisfies readonly SortBy[];

/** "-dueDate" → by due date, latest first; anything not understood → by reference. */
export function readSort(sort: string | undefined): { by: SortBy; descending: boolean } {
  const descending = sort?.startsWith('-') ?? false;
  const by = SORTS.find((column) => column === sort?.replace(/^-/, ''));
  return by ? { by, descending } : { by: 'reference', descending: false };
}

/** A second press on a column turns it round; a third gives it up. */
export function nextSort(current: string | undefined, by: SortBy): string | undefined {
  if (current === by) return `-${by}`;
  return current === `-${by}` ? undefined : by;
}

const UUID = /^[0-9a-f-]{36}$/;
const ids = (id: string | undefined) => (id && UUID.test(id) ? [id] : undefined);

/** The filter of the address as the API takes it. */
export function listFilter(search: PlanActionsSearch, today: IsoDate): ListFilter {
  const due = dueOf(search, today);
  // "Due in 7 days" speaks of work still owed, unless a status was asked for.
  const isSpan = due !== undefined && typeof due === 'object';
  const open = isSpan && !search.status ? [...OPEN_STATUSES] : undefined;
  return {
    teamIds: ids(search.team),
    ownerPostIds: ids(search.owner),
    ownerUserIds: ids(search.person),
    recommendationId: ids(search.recommendation)?.[0],
    statuses: search.status ? [search.status] : open,
    rags: search.rag ? [search.rag] : undefined,
    calculatedRags: search.calculated ? [search.calculated] : undefined,
    priorities: search.priority ? [search.priority] : undefined,
    due,
    noEvidence: search.evidence === 'none' || undefined,
    silent: search.updates === 'silent' || undefined,
    mismatch: search.rating === 'mismatch' || undefined,
    q: search.q,
  };
}

function dueOf({ due }: PlanActionsSearch, today: IsoDate): ListFilter['due'] {
  if (due === 'overdue') return 'OVERDUE';
  if (due === 'none') return 'NO_DATE';
  if (due === '14-days') return 'DUE_14';
  if (due === undefined) return undefined;
  return { from: today, to: addDays(today, due === '7-days' ? 7 : 30) };
}
