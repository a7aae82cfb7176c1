import { NativeSelect, SimpleGrid } from '@mantine/core';
import { DENSITIES, type PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import { oneOf } from '../../lib/search-params.ts';
import { GROUP_WORDS, readGroup, readSort, SORT_WORDS } from './list-input.ts';

type SortAndGroupProps = {
  search: PlanActionsSearch;
  onChange: (patch: PlanActionsSearch) => void;
};

const choices = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const UNGROUPED = { value: '', label: 'Not grouped' };
const DIRECTIONS = [
  { value: 'up', label: 'First to last' },
  { value: 'down', label: 'Last to first' },
];
const ROWS = [
  { value: 'compact', label: 'Close together' },
  { value: '', label: 'As usual' },
  { value: 'roomy', label: 'Wide apart' },
];

/** The order of the rows, what they are gathered under, and how close they stand. */
export function SortAndGroup({ search, onChange }: SortAndGroupProps) {
  const { by, descending } = readSort(search.sort);
  const sortBy = (column: string, isDown: boolean) => {
    const text = `${isDown ? '-' : ''}${column}`;
    onChange({ sort: text === 'reference' ? undefined : text });
  };
  return (
    <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs" mb="sm">
      <NativeSelect
        label="Sort by"
        size="xs"
        data={choices(SORT_WORDS)}
        value={by}
        onChange={(event) => sortBy(event.currentTarget.value, descending)}
      />
      <NativeSelect
        label="Direction"
        size="xs"
        data={DIRECTIONS}
        value={descending ? 'down' : 'up'}
        onChange={(event) => sortBy(by, event.currentTarget.value === 'down')}
      />
      <NativeSelect
        label="Group by"
        size="xs"
        data={[UNGROUPED, ...choices(GROUP_WORDS)]}
        value={readGroup(search.group) ?? ''}
        onChange={(event) => onChange({ group: event.currentTarget.value || undefined })}
      />
      <NativeSelect
        label="Rows stand"
        size="xs"
        data={ROWS}
        value={search.density ?? ''}
        onChange={(event) => onChange({ density: oneOf(DENSITIES, event.currentTarget.value) })}
      />
    </SimpleGrid>
  );
}
