import type { PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import type { ListFilter } from './list-input.ts';

/** What every way of looking at the plan's actions is given. */
export type PlanLayoutProps = {
  planId: string;
  filter: ListFilter;
  search: PlanActionsSearch;
  /** Changes the address; an action opens beside the layout with `{ open: actionId }`. */
  onChange: (patch: PlanActionsSearch, replace?: boolean) => void;
};
