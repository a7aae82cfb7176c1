import { SkeletonRows } from '@gt/ui';
import { Button, Popover } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { Suspense } from 'react';
import type { PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import { ColumnsMenu } from './lazy-parts.tsx';
import type { useColumnChoice } from './use-column-choice.ts';

type ColumnsButtonProps = {
  search: PlanActionsSearch;
  columns: ReturnType<typeof useColumnChoice>;
  onChange: (patch: PlanActionsSearch) => void;
};

/** How the table is sorted and grouped, which columns it has in which order, how close its rows stand. */
export function ColumnsButton({ search, columns, onChange }: ColumnsButtonProps) {
  return (
    <Popover position="bottom-end" width={320} trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden="true" />}
        >
          Arrange
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm">
        <Suspense fallback={<SkeletonRows rows={8} label="Loading the columns" />}>
          <ColumnsMenu search={search} columns={columns} onChange={onChange} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
