import type { RouterInputs } from '@gt/api/types';
import type { Acceptance, DeliveryStatus, IsoDate, ItemCategory, Priority, Rag } from '@gt/contracts/words';
import { OPEN_STATUSES } from '@gt/domain/action';
import { addDays } from '@gt/domain/calendar';
import type { PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import type { FieldParam } from './filter-definitions.ts';
import {
  type Filters,
  type FilterValue,
  type NotUnderstood,
  readFilters,
  WORDS_UP_TO,
} from './read-filters.ts';

export type ListInput = RouterInputs['actions']['list'];
export type ListFilter = NonNullable<ListInput['filter']>;
export type SortBy = NonNullable<ListInput['sort']>['by'];

export type GroupBy = NonNullable<ListInput['groupBy']>;

/** What can be sorted by, in words; each is also a column. */
export const SORT_WORDS: Record<SortBy, string> = {
  reference: 'Reference',
  title: 'Action',
  team: 'Team',
  owner: 'Owner (post)',
  dueDate: 'Due',
  rag: 'RAG, as declared',
  calculatedRag: 'RAG, by rule',
  status: 'Status',
  priority: 'Priority',
  lastUpdateAt: 'Last updated',
  percentComplete: 'Percent complete',
  originalDueDate: 'Original date',
  timesMoved: 'Times moved',
  startDate: 'Start',
  leadPost: 'Accountable lead',
  partner: 'Partner agency',
  supportingTeams: 'Supporting teams',
  acceptance: 'Accepted',
  milestones: 'Milestones',
  waitsFor: 'Waits for',
  measures: 'Measures',
  evidence: 'Evidence',
  reviewMarkedAt: 'Marked for review',
  commentCount: 'Comments',
};
/** What rows can be gathered under, in words. */
export const GROUP_WORDS: Record<GroupBy, string> = {
  recommendation: 'Recommendation',
  team: 'Team',
  owner: 'Owner (post)',
  status: 'Status',
  rag: 'RAG, as declared',
  priority: 'Priority',
  dueMonth: 'Month due',
  acceptance: 'Accepted',
};

const isKey = <T extends string>(words: Record<T, string>, text: string): text is T =>
  Object.hasOwn(words, text);

/** "-dueDate" → by due date, latest first; anything not understood → by reference. */
export function readSort(sort: string | undefined): { by: SortBy; descending: boolean } {
  const descending = sort?.startsWith('-') ?? false;
  const by = sort?.replace(/^-/, '') ?? '';
  return isKey(SORT_WORDS, by) ? { by, descending } : { by: 'reference', descending: false };
}

/** What rows are gathered under; anything not understood gathers nothing. */
export function readGroup(group: string | undefined): GroupBy | undefined {
  return group !== undefined && isKey(GROUP_WORDS, group) ? group : undefined;
}

/** An order or a grouping that means nothing here. */
export function strangeOrder({ sort, group }: PlanActionsSearch): NotUnderstood[] {
  const found: NotUnderstood[] = [];
  if (sort && !isKey(SORT_WORDS, sort.replace(/^-/, ''))) {
    found.push({ param: 'sort', said: `Sort by “${sort.slice(0, 60)}”` });
  }
  if (group && !readGroup(group)) found.push({ param: 'group', said: `Group by “${group.slice(0, 60)}”` });
  return found;
}

/** A second press on a column turns it round; a third gives it up. */
export function nextSort(current: string | undefined, by: SortBy): string | undefined {
  if (current === by) return `-${by}`;
  return current === `-${by}` ? undefined : by;
}

const DUE_DAYS: Record<string, number | undefined> = { '7-days': 7, '30-days': 30 };
const MOVED: Record<string, number | undefined> = { once: 1, twice: 2, 'three-times': 3 };
const EVIDENCE: Record<string, ListFilter['evidence']> = {
  none: 'NONE',
  waiting: 'WAITING',
  returned: 'RETURNED',
  accepted: 'ACCEPTED',
  expired: 'EXPIRED',
  'no-impact': 'NO_IMPACT',
};
const MOVED_BY: Record<string, ListFilter['movedBy']> = { 'by-lead': 'LEAD', 'by-board': 'BOARD' };
const MILESTONE_DAYS: Record<string, number | undefined> = { 'due-14': 14, 'due-28': 28 };
const MILESTONES: Record<string, ListFilter['milestones']> = { none: 'NONE', open: 'OPEN', late: 'LATE' };

/** The filter of the address as the API takes it; what is not understood narrows nothing. */
export function listFilter(search: PlanActionsSearch, today: IsoDate): ListFilter {
  const { filters } = readFilters(search);
  const saying = (param: FieldParam) => filters[param]?.values?.[0];
  const is = (param: FieldParam, value: string) => saying(param) === value || undefined;
  const isEmpty = (param: FieldParam) => filters[param]?.none;
  const listed = <T extends string>(param: FieldParam) => filters[param]?.values as T[] | undefined;
  const due = dueOf(filters.due, today);
  const milestoneDays = MILESTONE_DAYS[saying('milestones') ?? ''];
  // "Due in 7 days" speaks of work still owed, unless a status was asked for.
  const open = DUE_DAYS[saying('due') ?? ''] === undefined ? undefined : [...OPEN_STATUSES];
  return {
    teamIds: listed('team'),
    noTeam: isEmpty('team'),
    ownerPostIds: listed('owner'),
    noOwner: isEmpty('owner'),
    ownerUserIds: listed('person'),
    leadPostIds: listed('lead'),
    noLead: isEmpty('lead'),
    partnerTeamIds: listed('partner'),
    noPartner: isEmpty('partner'),
    supportingTeamIds: listed('supporting'),
    recommendationIds: listed('recommendation'),
    judgementAreas: listed('area'),
    inspectionIds: listed('inspection'),
    categories: listed<ItemCategory>('category'),
    ...plansOf(saying('plans')),
    statuses: listed<DeliveryStatus>('status') ?? open,
    rags: listed<Rag>('rag'),
    calculatedRags: listed<Rag>('calculated'),
    priorities: listed<Priority>('priority'),
    acceptances: listed<Acceptance>('acceptance'),
    due,
    originalDue: filters.original?.span,
    pastOriginal: is('original', 'past'),
    startDate: is('start', 'any') ? {} : filters.start?.span,
    noStartDate: isEmpty('start'),
    evidence: EVIDENCE[saying('evidence') ?? ''],
    percent: filters.percent?.percent,
    milestones: MILESTONES[saying('milestones') ?? ''],
    milestoneDue:
      milestoneDays === undefined ? undefined : { from: today, to: addDays(today, milestoneDays) },
    ...updatedOf(filters.updated),
    mismatch: is('rating', 'mismatch') ? 'ANY' : is('rating', 'unexplained') && 'UNEXPLAINED',
    movedAtLeast: MOVED[saying('moved') ?? ''],
    movedBy: MOVED_BY[saying('moved') ?? ''],
    silent: is('updates', 'silent'),
    updatesInTime: is('updates', 'in-time'),
    orphan: is('holder', 'none'),
    pendingDueDate: is('request', 'waiting'),
    filled: filledOf(filters),
    waitsForLate: is('waits', 'late'),
    noMeasure: is('measure', 'none'),
    noSuccessMeasure: is('success', 'none'),
    noDetail: is('detail', 'none'),
    mine: is('for', 'me'),
    myTeams: is('for', 'my-teams'),
    following: is('following', 'me'),
    reviewMarked: is('review', 'marked'),
    changedSince: is('changed', 'since-review') && 'LAST_REVIEW',
    waitingForCheck: is('check', 'waiting'),
    unassignedOrUnaccepted: is('assignment', 'open'),
    q: (search.q?.length ?? 0) > WORDS_UP_TO ? undefined : search.q,
  };
}

function plansOf(said: string | undefined): ListFilter {
  if (said === 'from') return { fromOtherPlans: true };
  return said === 'to' ? { answersElsewhere: true } : {};
}

function dueOf(asked: FilterValue | undefined, today: IsoDate): ListFilter['due'] {
  if (!asked) return undefined;
  if (asked.none) return 'NO_DATE';
  if (asked.span) return asked.span;
  const said = asked.values?.[0] ?? '';
  if (said === 'overdue') return 'OVERDUE';
  if (said === 'any') return {};
  const days = DUE_DAYS[said];
  return days === undefined ? 'DUE_14' : { from: today, to: addDays(today, days) };
}

const FILLED: Partial<Record<FieldParam, NonNullable<ListFilter['filled']>[number]>> = {
  team: 'TEAM',
  owner: 'OWNER',
  lead: 'LEAD',
  partner: 'PARTNER',
  evidence: 'EVIDENCE',
  milestones: 'MILESTONES',
  measure: 'MEASURE',
  success: 'SUCCESS_MEASURE',
  detail: 'DETAIL',
  updated: 'UPDATE',
};

/** The fields that must not be empty. */
function filledOf(filters: Filters): ListFilter['filled'] {
  const found = (Object.keys(FILLED) as FieldParam[]).flatMap((param) => {
    const field = FILLED[param];
    const isAsked = filters[param]?.any || filters[param]?.values?.[0] === 'any';
    return field && isAsked ? [field] : [];
  });
  return found.length > 0 ? found : undefined;
}

/** The list asks for "since a day" and "before a day". */
function updatedOf(asked: FilterValue | undefined): Partial<ListFilter> {
  if (!asked) return {};
  if (asked.none) return { neverUpdated: true };
  const { from, to } = asked.span ?? {};
  return { updatedSince: from, notUpdatedSince: to && addDays(to, 1) };
}
