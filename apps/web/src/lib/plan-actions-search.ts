import {
  DELIVERY_STATUSES,
  type DeliveryStatus,
  PRIORITIES,
  type Priority,
  RAGS,
  type Rag,
} from '@gt/contracts/words';
import { oneOf, text } from './search-params.ts';

export const DUE_FILTERS = ['overdue', '7-days', '14-days', '30-days', 'none'] as const;
export type DueFilter = (typeof DUE_FILTERS)[number];

/** Ways to look at the same actions; the table is the one without a name in the address. */
export const PLAN_LAYOUTS = ['board', 'timeline', 'thread'] as const;
export type PlanLayout = (typeof PLAN_LAYOUTS)[number];

/** The filters of the plan's table as they stand in the address; a value that is not understood is dropped. */
export type PlanActionsSearch = {
  view?: PlanLayout;
  team?: string;
  /** A post's id. */
  owner?: string;
  /** A person's id. */
  person?: string;
  recommendation?: string;
  status?: DeliveryStatus;
  rag?: Rag;
  /** The rating by rule. */
  calculated?: Rag;
  priority?: Priority;
  due?: DueFilter;
  evidence?: 'none';
  updates?: 'silent';
  rating?: 'mismatch';
  q?: string;
  /** A column's name, with a leading "-" for descending. */
  sort?: string;
  /** The action whose panel is open beside the table. */
  open?: string;
};

export function readPlanActionsSearch(search: Record<string, unknown>): PlanActionsSearch {
  return {
    view: oneOf(PLAN_LAYOUTS, search.view),
    team: text(search.team),
    owner: text(search.owner),
    person: text(search.person),
    recommendation: text(search.recommendation),
    status: oneOf(DELIVERY_STATUSES, search.status),
    rag: oneOf(RAGS, search.rag),
    calculated: oneOf(RAGS, search.calculated),
    priority: oneOf(PRIORITIES, search.priority),
    due: oneOf(DUE_FILTERS, search.due),
    evidence: oneOf(['none'] as const, search.evidence),
    updates: oneOf(['silent'] as const, search.updates),
    rating: oneOf(['mismatch'] as const, search.rating),
    q: text(search.q),
    sort: text(search.sort),
    open: text(search.open),
  };
}
