import { inspectionWords } from '@gt/domain/inspection';
import { grouped } from '@gt/domain/wording';
import { TextInput } from '@mantine/core';
import { IconCheck, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import { useToday } from '../../lib/session.ts';
import { useActiveOption } from '../../lib/use-active-option.ts';
import { countOf } from './filter-counts.ts';
import type { FieldParam, FilterChoice, FilterDefinition } from './filter-definitions.ts';
import classes from './filter-picker.module.css';
import { listFilter } from './list-input.ts';
import { type ActionFilters, facetsQuery } from './queries.ts';
import type { FilterValue } from './read-filters.ts';

type FilterChoicesProps = {
  planId: string;
  search: PlanActionsSearch;
  param: FieldParam;
  definition: FilterDefinition;
  names: ActionFilters | undefined;
  value: FilterValue;
  several: boolean;
  onSet: (value: FilterValue) => void;
};

/** Longer lists are read by their words. */
const QUOTE_UP_TO = 60;
/** The values that stand for "is empty" and "is not empty". */
const NONE = 'none';
const ANY = 'any';

function recordChoices(
  param: FieldParam,
  definition: FilterDefinition & { kind: 'records' },
  names: ActionFilters | undefined,
): FilterChoice[] {
  if (!names) return [];
  if (definition.of === 'teams') {
    const teams =
      param === 'partner' ? names.teams.filter(({ kind }) => kind === 'PARTNER_AGENCY') : names.teams;
    return teams.map(({ id, name }) => ({ value: id, words: name }));
  }
  if (definition.of === 'posts') return names.posts.map(({ id, title }) => ({ value: id, words: title }));
  if (definition.of === 'people') return names.people.map(({ id, name }) => ({ value: id, words: name }));
  if (definition.of === 'inspections') {
    return names.inspections.map((one) => ({ value: one.id, words: inspectionWords(one) }));
  }
  return names.recommendations.map(({ id, number, quote }) => ({
    value: id,
    words: `R${number} ${quote.slice(0, QUOTE_UP_TO)}`,
  }));
}

function choicesOf({ param, definition, names }: FilterChoicesProps): FilterChoice[] {
  const choices =
    definition.kind === 'records'
      ? recordChoices(param, definition, names)
      : 'choices' in definition
        ? definition.choices
        : [];
  if (!definition.canBeEmpty) return [...choices];
  const filled = definition.kind === 'records' ? [{ value: ANY, words: 'Not empty' }] : [];
  return [...choices, { value: NONE, words: 'Empty' }, ...filled];
}

function toggled({ any, ...before }: FilterValue, { value }: FilterChoice, several: boolean): FilterValue {
  if (several && value === ANY) return any ? {} : { any: true };
  if (value === NONE) return several ? { ...before, none: before.none ? undefined : true } : { none: true };
  if (!several) return { values: [value] };
  const values = before.values ?? [];
  return {
    ...before,
    values: values.includes(value) ? values.filter((kept) => kept !== value) : [...values, value],
  };
}

/** The values of a field: type to find one, Enter or a press takes it. */
export function FilterChoices(props: FilterChoicesProps) {
  const { planId, search, param, definition, value, several, onSet } = props;
  const { data } = useQuery(facetsQuery({ planId, filter: listFilter(search, useToday()) }));
  const [words, setWords] = useState('');
  const all = choicesOf(props);
  const found = all.filter((choice) => choice.words.toLowerCase().includes(words.trim().toLowerCase()));
  const options = useActiveOption({
    count: found.length,
    label: definition.label,
    several,
    onChoose: (index) => {
      const choice = found[index];
      if (choice) onSet(toggled(value, choice, several));
    },
  });
  if (all.length === 0) return null;
  const isChosen = (choice: FilterChoice) =>
    choice.value === NONE && definition.canBeEmpty
      ? value.none === true
      : choice.value === ANY && several
        ? value.any === true
        : (value.values?.includes(choice.value) ?? false);
  return (
    <>
      <TextInput
        {...options.box}
        autoFocus
        aria-label={`Find in ${definition.label}`}
        placeholder="Find…"
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          options.reset();
        }}
      />
      <div {...options.list} className={classes.list}>
        {found.map((choice, index) => (
          <div key={choice.value} {...options.option(index, isChosen(choice))} className={classes.option}>
            <span className={classes.tick}>
              {isChosen(choice) ? <IconCheck size={16} aria-hidden="true" /> : null}
            </span>
            <span className={classes.words}>{choice.words}</span>
            <Count count={countOf(data?.facets, param, choice.value)} />
          </div>
        ))}
      </div>
      <p role="status" className={found.length > 0 ? 'gt-visually-hidden' : classes.nothing}>
        {found.length > 0 ? `${found.length} to choose from` : `Nothing here is called “${words}”.`}
      </p>
    </>
  );
}

/** How many actions the value would leave; nothing while it is counted. */
function Count({ count }: { count: number | undefined }) {
  if (count === undefined) return null;
  return (
    <span className={classes.count}>
      {grouped(count)}
      <span className="gt-visually-hidden"> {count === 1 ? 'action' : 'actions'}</span>
    </span>
  );
}
