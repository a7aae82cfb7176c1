import { SkeletonRows } from '@gt/ui';
import { Button, Checkbox, NativeSelect, Popover, Stack, TextInput } from '@mantine/core';
import { IconColumns, IconPlus, IconSearch, IconX } from '@tabler/icons-react';
import { Suspense, useCallback, useEffect, useState } from 'react';
import type { PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import { OPTIONAL_COLUMNS } from './action-columns.tsx';
import classes from './filter-bar.module.css';
import { FILTER_KEYS, filterWords } from './filter-names.ts';
import { FilterFields } from './lazy-parts.tsx';
import type { ActionFilters } from './queries.ts';

type FilterBarProps = {
  search: PlanActionsSearch;
  names: ActionFilters | undefined;
  /** "41 of 212"; absent while it is being counted. */
  count: string | undefined;
  visibility: Record<string, boolean>;
  onVisibility: (visibility: Record<string, boolean>) => void;
  /** `replace` for typing, so that Back does not go through every letter. */
  onChange: (patch: PlanActionsSearch, replace?: boolean) => void;
};

/** How long typing pauses before the list is asked again. */
const PAUSE = 300;

function Find({ value, onChange }: { value: string; onChange: (q: string) => void }) {
  const [text, setText] = useState(value);
  const [sent, setSent] = useState(value);
  // The address changed elsewhere (Back, a cleared filter): show what it says.
  if (value !== sent) {
    setSent(value);
    setText(value);
  }
  useEffect(() => {
    if (text === sent) return;
    const timer = setTimeout(() => {
      setSent(text);
      onChange(text);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [text, sent, onChange]);
  return (
    <TextInput
      type="search"
      aria-label="Find in reference, title and detail"
      placeholder="Find…"
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      value={text}
      maxLength={200}
      onChange={(event) => setText(event.currentTarget.value)}
      className={classes.find}
    />
  );
}

function Columns({ visibility, onVisibility }: Pick<FilterBarProps, 'visibility' | 'onVisibility'>) {
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button variant="default" size="xs" leftSection={<IconColumns size={16} aria-hidden="true" />}>
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          {Object.entries(OPTIONAL_COLUMNS).map(([column, name]) => (
            <Checkbox
              key={column}
              label={name}
              checked={visibility[column] !== false}
              onChange={(event) => onVisibility({ ...visibility, [column]: event.currentTarget.checked })}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

const SORT_CHOICES = [
  { value: '', label: 'Reference' },
  { value: 'dueDate', label: 'Due, soonest first' },
  { value: 'rag', label: 'RAG, worst first' },
  { value: 'lastUpdateAt', label: 'Updated, longest ago first' },
  { value: 'team', label: 'Team' },
  { value: 'owner', label: 'Owner' },
];

/** Chips for what narrows the list, a way to add one, the count, the search and the columns. */
export function FilterBar(props: FilterBarProps) {
  const { search, names, count, visibility, onVisibility, onChange } = props;
  const find = useCallback((q: string) => onChange({ q: q || undefined }, true), [onChange]);
  const active = FILTER_KEYS.flatMap((key) => {
    const words = filterWords(search, key, names);
    return words ? [{ key, words }] : [];
  });
  return (
    <search className={`${classes.bar} gt-screen-only`} aria-label="Filter actions">
      <ul className={classes.chips}>
        {active.map(({ key, words }) => (
          <li key={key}>
            <button
              type="button"
              className={classes.chip}
              aria-label={`Remove filter: ${words}`}
              onClick={() => onChange({ [key]: undefined })}
            >
              {words}
              <IconX size={14} aria-hidden="true" />
            </button>
          </li>
        ))}
        <li>
          <Popover position="bottom-start" width="min(560px, calc(100vw - 32px))" trapFocus>
            <Popover.Target>
              <Button variant="default" size="xs" leftSection={<IconPlus size={16} aria-hidden="true" />}>
                Filter
              </Button>
            </Popover.Target>
            <Popover.Dropdown className={classes.dropdown}>
              <Suspense fallback={<SkeletonRows rows={4} label="Loading the filters" />}>
                <FilterFields search={search} names={names} onChange={onChange} />
              </Suspense>
            </Popover.Dropdown>
          </Popover>
        </li>
      </ul>
      <p className={classes.count} role="status">
        {count ?? ''}
      </p>
      <div className={classes.tools}>
        <NativeSelect
          aria-label="Sort by"
          className={classes.sort}
          data={SORT_CHOICES}
          value={search.sort ?? ''}
          onChange={(event) => onChange({ sort: event.currentTarget.value || undefined })}
        />
        <Find value={search.q ?? ''} onChange={find} />
        <span className={classes.columns}>
          <Columns visibility={visibility} onVisibility={onVisibility} />
        </span>
      </div>
    </search>
  );
}
