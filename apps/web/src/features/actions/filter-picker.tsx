import { useState } from 'react';
import { FILTERS, type FieldParam } from './filter-definitions.ts';
import { FilterEditor, type FilterWork } from './filter-editor.tsx';
import { FilterFieldList } from './filter-field-list.tsx';

type FilterPickerProps = FilterWork & {
  /** The field to begin with: that of the chip that was pressed. */
  first: FieldParam | null;
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
