import { EmptyState } from '@gt/ui';
import type { PlanActionsSearch, PlanLayout } from '../../lib/plan-actions-search.ts';
import type { ListFilter } from './list-input.ts';

/** What every way of looking at the plan's actions is given. */
export type PlanLayoutProps = {
  planId: string;
  filter: ListFilter;
  search: PlanActionsSearch;
  /** Changes the address; an action opens beside the layout with `{ open: actionId }`. */
  onChange: (patch: PlanActionsSearch, replace?: boolean) => void;
};

/** The actions of the filter, drawn otherwise than as a table. */
export function PlanLayoutView({ layout, onChange }: PlanLayoutProps & { layout: PlanLayout }) {
  return (
    <EmptyState
      sentence={`The ${layout} of the plan is not there yet.`}
      buttonLabel="Show the table"
      onButton={() => onChange({ view: undefined })}
    />
  );
}
