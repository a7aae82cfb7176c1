import { NativeSelect, SegmentedControl, SimpleGrid } from '@mantine/core';
import type { PlanActionsSearch } from '../../lib/plan-actions-search.ts';
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

/** The order of the rows, and what they are gathered under. */
export function SortAndGroup({ search, onChange }: SortAndGroupProps) {
  const { by, descending } = readSort(search.sort);
  const sortBy = (column: string, isDown: boolean) => {
    const text = `${isDown ? '-' : ''}${column}`;
    onChange({ sort: text === 'reference' ? undefined : text });
  };
  return (
    <>
      <SimpleGrid cols={2} spacing="xs" mb="xs">
        <NativeSelect
          label="Sort by"
          size="xs"
          data={choices(SORT_WORDS)}
          value={by}
          onChange={(event) => sortBy(event.currentTarget.value, descending)}
        />
        <NativeSelect
          label="Group by"
          size="xs"
          data={[UNGROUPED, ...choices(GROUP_WORDS)]}
          value={readGroup(search.group) ?? ''}
          onChange={(event) => onChange({ group: event.currentTarget.value || undefined })}
        />
      </SimpleGrid>
      <SegmentedControl
        fullWidth
        size="xs"
        mb="sm"
        aria-label="Direction"
        data={DIRECTIONS}
        value={descending ? 'down' : 'up'}
        onChange={(value) => sortBy(by, value === 'down')}
      />
    </>
  );
}
