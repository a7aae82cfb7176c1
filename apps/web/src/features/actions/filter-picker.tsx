import { useState } from 'react';
import type { PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import { FILTERS, type FieldParam } from './filter-definitions.ts';
import { FilterEditor } from './filter-editor.tsx';
import { FilterFieldList } from './filter-field-list.tsx';
import type { ActionFilters } from './queries.ts';

export type FilterPickerProps = {
  planId: string;
  search: PlanActionsSearch;
  names: ActionFilters | undefined;
  /** The field to begin with: that of the chip that was pressed. */
  first: FieldParam | null;
  onChange: (patch: PlanActionsSearch) => void;
  onClose: () => void;
};

/** Every field that the list can be narrowed by, then the values of the one chosen. What is chosen counts at once. */
export function FilterPicker({ first, ...props }: FilterPickerProps) {
  const [param, setParam] = useState(first);
  if (param === null) return <FilterFieldList {...props} onChoose={setParam} />;
  return (
    <FilterEditor
      key={param}
      {...props}
      param={param}
      definition={FILTERS[param]}
      onBack={() => setParam(null)}
    />
  );
}
