import { SkeletonRows } from '@gt/ui';
import { Button, Popover } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, Suspense, useCallback, useState } from 'react';
import { FindBox } from '../../components/find-box.tsx';
import type { PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import classes from './filter-bar.module.css';
import { FIELD_PARAMS, type FieldParam } from './filter-definitions.ts';
import { filterWords } from './filter-names.ts';
import { StaleFilters } from './filter-stale.tsx';
import { FilterPicker } from './lazy-parts.tsx';
import type { ActionFilters } from './queries.ts';

type FilterBarProps = {
  planId: string;
  search: PlanActionsSearch;
  names: ActionFilters | undefined;
  /** "41 of 212"; absent while it is being counted. */
  count: string | undefined;
  /** What the filter names and is no longer there, in sentences of the server. */
  stale?: readonly string[];
  /** How the list is shown: the columns of the table. */
  tools?: ReactNode;
  /** `replace` for typing, so that Back does not go through every letter. */
  onChange: (patch: PlanActionsSearch, replace?: boolean) => void;
};

/** An address that narrows nothing. */
export const NO_FILTER: PlanActionsSearch = Object.fromEntries(
  [...FIELD_PARAMS, 'q', 'unknown'].map((key) => [key, undefined]),
);

/** The button that adds a filter, and the place where one is changed. */
function AddFilter(
  props: Pick<FilterBarProps, 'planId' | 'search' | 'names' | 'onChange'> & {
    editing: FieldParam | 'new' | null;
    onEditing: (editing: FieldParam | 'new' | null) => void;
  },
) {
  const { editing, onEditing, ...rest } = props;
  return (
    <Popover
      position="bottom-start"
      width="min(400px, calc(100vw - 32px))"
      opened={editing !== null}
      onChange={(opened) => onEditing(opened ? 'new' : null)}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onPointerEnter={() => void FilterPicker.fetch()}
          onFocus={() => void FilterPicker.fetch()}
          onClick={() => onEditing(editing === null ? 'new' : null)}
        >
          Filter
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown}>
        <Suspense fallback={<SkeletonRows rows={4} label="Loading the filters" />}>
          <FilterPicker
            {...rest}
            key={editing}
            first={editing === 'new' ? null : editing}
            onClose={() => onEditing(null)}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Chips for what narrows the list, a way to add one, the count, the words looked for and the columns. */
export function FilterBar(props: FilterBarProps) {
  const { planId, search, names, count, stale, tools, onChange } = props;
  const [editing, setEditing] = useState<FieldParam | 'new' | null>(null);
  const find = useCallback((q: string) => onChange({ q: q || undefined }, true), [onChange]);
  const active = FIELD_PARAMS.flatMap((param) => {
    const words = filterWords(search, param, names);
    return words ? [{ param, words }] : [];
  });
  return (
    <search className="gt-screen-only" aria-label="Filter actions">
      <div className={classes.bar}>
        <ul className={classes.chips}>
          {active.map(({ param, words }) => (
            <li key={param} className={classes.chip}>
              <button
                type="button"
                className={classes.edit}
                aria-label={`Change filter: ${words}`}
                onClick={() => setEditing(param)}
              >
                {words}
              </button>
              <button
                type="button"
                className={classes.remove}
                aria-label={`Remove filter: ${words}`}
                onClick={() => onChange({ [param]: undefined })}
              >
                <IconX size={14} aria-hidden="true" />
              </button>
            </li>
          ))}
          <li>
            <AddFilter {...{ planId, search, names, onChange, editing }} onEditing={setEditing} />
          </li>
          {active.length > 1 || (active.length > 0 && search.q) ? (
            <li>
              <Button variant="subtle" size="xs" onClick={() => onChange(NO_FILTER)}>
                Clear all
              </Button>
            </li>
          ) : null}
        </ul>
        <p className={classes.count} role="status">
          {count ?? ''}
        </p>
        <div className={classes.tools}>
          <FindBox
            label="Find in reference, title, detail, updates and evidence"
            value={search.q ?? ''}
            onFind={find}
            className={classes.find}
          />
          {tools}
        </div>
      </div>
      <StaleFilters search={search} names={names} stale={stale} onChange={onChange} />
    </search>
  );
}
