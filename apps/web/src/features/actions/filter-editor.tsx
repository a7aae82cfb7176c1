import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import { FilterChoices } from './filter-choices.tsx';
import type { FieldParam, FilterDefinition } from './filter-definitions.ts';
import { FilterPercent } from './filter-percent.tsx';
import classes from './filter-picker.module.css';
import { FilterSpan } from './filter-span.tsx';
import type { ActionFilters } from './queries.ts';
import { type FilterValue, readFilters, takesSeveral, writeField } from './read-filters.ts';

export type FilterWork = {
  planId: string;
  search: PlanActionsSearch;
  names: ActionFilters | undefined;
  onChange: (patch: PlanActionsSearch) => void;
  onClose: () => void;
};

type FilterEditorProps = FilterWork & {
  param: FieldParam;
  definition: FilterDefinition;
  onBack: () => void;
};

/** What one field is narrowed to. */
export function FilterEditor(props: FilterEditorProps) {
  const { param, definition, search, onChange, onClose, onBack } = props;
  const value = readFilters({ [param]: search[param] }).filters[param] ?? {};
  const set = (next: FilterValue) => onChange({ [param]: writeField(next) });
  const setAndClose = (next: FilterValue) => {
    set(next);
    onClose();
  };
  const several = takesSeveral(definition);
  return (
    <fieldset className={classes.editor}>
      <legend className={classes.legend}>
        {definition.label} <span className={classes.is}>is</span>
      </legend>
      {definition.kind === 'percent' ? (
        <FilterPercent value={value} onSet={setAndClose} />
      ) : (
        <FilterChoices {...props} value={value} several={several} onSet={several ? set : setAndClose} />
      )}
      {definition.kind === 'span' ? <FilterSpan value={value} onSet={setAndClose} /> : null}
      <div className={classes.foot}>
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconArrowLeft size={16} aria-hidden="true" />}
          onClick={onBack}
        >
          All filters
        </Button>
        <span className={classes.space} />
        {search[param] === undefined ? null : (
          <Button variant="default" size="xs" onClick={() => setAndClose({})}>
            Remove
          </Button>
        )}
        <Button size="xs" onClick={onClose}>
          Done
        </Button>
      </div>
    </fieldset>
  );
}
