import type { RouterInputs } from '@gt/api/types';
import { isoDate } from '@gt/contracts/words';
import { daysBetween } from '@gt/domain/calendar';
import type { PlanActionsSearch } from './plan-actions-search.ts';

type Filter = NonNullable<RouterInputs['actions']['list']['filter']>;

const MOVED = new Map([
  [1, 'once'],
  [2, 'twice'],
]);
const EVIDENCE: Partial<Record<NonNullable<Filter['evidence']>, string>> = {
  NONE: 'none',
  RETURNED: 'returned',
};

/**
 * The address of the list that a filter of a figure stands for; the other way round from how the list reads it, and a
 * test holds both together.
 * Example: { teamIds: ['t1'], due: 'OVERDUE' } → ?team=t1&due=overdue.
 */
export function filterSearch(filter: Filter): PlanActionsSearch {
  const { milestoneDue } = filter;
  return {
    team: filter.noTeam ? 'none' : filter.teamIds?.join(','),
    owner: filter.noOwner ? 'none' : undefined,
    recommendation: filter.recommendationIds?.join(','),
    status: filter.statuses?.join(','),
    rag: filter.rags?.join(','),
    acceptance: filter.acceptances?.join(','),
    due: dueOf(filter.due),
    original: filter.pastOriginal ? 'past' : undefined,
    updates: filter.silent ? 'silent' : filter.updatesInTime ? 'in-time' : undefined,
    evidence: filter.evidence && EVIDENCE[filter.evidence],
    rating: filter.mismatch ? 'mismatch' : undefined,
    moved: filter.movedBy ? `by-${filter.movedBy.toLowerCase()}` : MOVED.get(filter.movedAtLeast ?? 0),
    milestones:
      milestoneDue?.from && milestoneDue.to
        ? `due-${daysBetween(isoDate(milestoneDue.from), isoDate(milestoneDue.to))}`
        : undefined,
    request: filter.pendingDueDate ? 'waiting' : undefined,
  };
}

function dueOf(due: Filter['due']): string | undefined {
  if (due === 'OVERDUE') return 'overdue';
  if (due === 'DUE_14') return '14-days';
  return typeof due === 'object' ? `${due.from ?? ''}..${due.to ?? ''}` : undefined;
}
