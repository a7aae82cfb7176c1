import { EmptyState } from '@gt/ui';
import type { PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import { NO_FILTER } from './filter-bar.tsx';

type LayoutEmptyProps = {
  /** What the person may see of the plan, whatever the filter. */
  all: number;
  onChange: (patch: PlanActionsSearch) => void;
};

/** A layout without a single action: none fits the filter, or there is none yet. */
export function LayoutEmpty({ all, onChange }: LayoutEmptyProps) {
  return all > 0 ? (
    <EmptyState
      sentence="No action fits this filter."
      buttonLabel="Show all actions"
      onButton={() => onChange(NO_FILTER)}
    />
  ) : (
    <EmptyState
      sentence="No actions to show yet. They are added under each recommendation."
      buttonLabel="Show the table"
      onButton={() => onChange({ view: undefined })}
    />
  );
}
