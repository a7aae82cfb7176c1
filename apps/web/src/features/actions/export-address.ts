import type { ListInput } from './list-input.ts';

/** The address of the list as a file: same filter, order, groups and columns. */
export function exportAddress(
  { planId, filter, sort, groupBy }: ListInput,
  columns: readonly string[],
  format: 'xlsx' | 'csv',
): string {
  const asked = new URLSearchParams({
    format,
    columns: columns.join(','),
    list: JSON.stringify({ filter, sort, groupBy }),
  });
  return `/files/plans/${planId}/actions?${asked}`;
}
