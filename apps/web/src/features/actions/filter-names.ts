import { DELIVERY_STATUS_LABELS, PRIORITY_LABELS, RAG_LABELS } from '@gt/contracts/words';
import type { DueFilter, PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import type { ActionFilters } from './queries.ts';

export const DUE_WORDS: Record<DueFilter, string> = {
  overdue: 'Overdue',
  '7-days': 'Due in 7 days',
  '14-days': 'Due in 14 days',
  '30-days': 'Due in 30 days',
  none: 'No due date',
};

/** The parts of the address that narrow the list. */
export const FILTER_KEYS = [
  'team',
  'owner',
  'person',
  'recommendation',
  'status',
  'rag',
  'calculated',
  'priority',
  'due',
  'evidence',
  'updates',
  'rating',
] as const satisfies readonly (keyof PlanActionsSearch)[];
export type FilterKey = (typeof FILTER_KEYS)[number];

type Names = Pick<ActionFilters, 'teams' | 'posts' | 'people' | 'recommendations'> | undefined;

const named = (list: readonly { id: string; name: string }[] | undefined, id: string) =>
  list?.find((item) => item.id === id)?.name ?? '…';

/** The words of one filter's chip: "Team is Fostering", "Due in 14 days". */
export function filterWords(search: PlanActionsSearch, key: FilterKey, names: Names): string | null {
  const { team, owner, person, recommendation, status, rag, calculated, priority, due } = search;
  const words: Record<FilterKey, string | null | undefined> = {
    team: team && `Team is ${named(names?.teams, team)}`,
    owner: owner && `Owner is ${names?.posts.find((post) => post.id === owner)?.title ?? '…'}`,
    person: person && `Person is ${named(names?.people, person)}`,
    recommendation:
      recommendation &&
      `Under R${names?.recommendations.find((item) => item.id === recommendation)?.number ?? '…'}`,
    status: status && `Status is ${DELIVERY_STATUS_LABELS[status]}`,
    rag: rag && `RAG is ${RAG_LABELS[rag]}`,
    calculated: calculated && `By rule ${RAG_LABELS[calculated]}`,
    priority: priority && `Priority is ${PRIORITY_LABELS[priority]}`,
    due: due && DUE_WORDS[due],
    evidence: search.evidence && 'No evidence',
    updates: search.updates && 'Silent for over 14 days',
    rating: search.rating && 'RAG differs from the rule',
  };
  return words[key] || null;
}

/** Everything that narrows the list, in one line: for paper and for the empty list. */
export function allFilterWords(search: PlanActionsSearch, names: Names): string {
  const parts = FILTER_KEYS.flatMap((key) => filterWords(search, key, names) ?? []);
  return [...parts, ...(search.q ? [`“${search.q}”`] : [])].join('; ');
}
