import type { FieldProblem } from '@gt/contracts/words';
import { useState } from 'react';

/**
 * For forms in which a date may be left empty: text that is no date must not pass for no date. Give `watch(field)` to
 * the field's `onUnreadable`, and add `problems` to what the form finds. `names` says what each field is called in a
 * sentence: `{ startDate: 'the start date' }`.
 */
export function useUnreadableDates(names: Readonly<Record<string, string>>) {
  const [fields, setFields] = useState<readonly string[]>([]);
  const watch = (field: string) => (isUnreadable: boolean) => {
    if (isUnreadable !== fields.includes(field)) {
      setFields(isUnreadable ? [...fields, field] : fields.filter((item) => item !== field));
    }
  };
  const problems: FieldProblem[] = fields.map((field) => ({
    field,
    message: `Enter ${names[field] ?? 'the date'} as a real date, like 12 March 2026, or leave it empty`,
  }));
  return { watch, problems };
}
