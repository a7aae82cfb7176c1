import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import { useActiveOption } from '../../lib/use-active-option.ts';
import { FIELD_PARAMS, FILTERS, type FieldParam } from './filter-definitions.ts';
import { filterWords } from './filter-names.ts';
import classes from './filter-picker.module.css';
import type { ActionFilters } from './queries.ts';

type FilterFieldListProps = {
  search: PlanActionsSearch;
  names: ActionFilters | undefined;
  onChoose: (param: FieldParam) => void;
};

/** A field is found by its name or by any of its sayings: "overdue" finds Due. */
function fits(param: FieldParam, words: string): boolean {
  const definition = FILTERS[param];
  const sayings = 'choices' in definition ? definition.choices.map((choice) => choice.words) : [];
  const text = [definition.label, ...sayings, definition.canBeEmpty ? 'is empty' : '']
    .join(' ')
    .toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The fields to narrow by, with a box to find one. */
export function FilterFieldList({ search, names, onChoose }: FilterFieldListProps) {
  const [words, setWords] = useState('');
  const found = FIELD_PARAMS.filter((param) => fits(param, words));
  const options = useActiveOption({
    count: found.length,
    label: 'Fields',
    onChoose: (index) => {
      const param = found[index];
      if (param) onChoose(param);
    },
  });
  return (
    <div className={classes.picker}>
      <TextInput
        {...options.box}
        data-autofocus
        autoFocus
        aria-label="Filter by"
        placeholder="Filter by…"
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          options.reset();
        }}
      />
      <div {...options.list} className={classes.list}>
        {found.map((param, index) => (
          <div key={param} {...options.option(index)} className={classes.option}>
            <span>{FILTERS[param].label}</span>
            {search[param] === undefined ? null : (
              <span className={classes.now}>{filterWords(search, param, names)}</span>
            )}
          </div>
        ))}
      </div>
      <p role="status" className={found.length > 0 ? 'gt-visually-hidden' : classes.nothing}>
        {found.length > 0 ? `${found.length} fields` : `No field is called “${words}”.`}
      </p>
    </div>
  );
}
