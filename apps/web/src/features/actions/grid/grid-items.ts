import type { RouterOutputs } from '@gt/api/types';
import type { ActionRow } from '../queries.ts';

export type RowGroup = RouterOutputs['actions']['list']['groups'][number];
/** One line of the grid: an action, or the name of the group that follows. */
export type GridItem =
  | { kind: 'row'; key: string; row: ActionRow }
  | { kind: 'group'; key: string; group: RowGroup; isClosed: boolean };

/**
 * Actions and the names of their groups, in order. `groupKeys` says of each row where it stands; rows of a closed
 * group are left out. Without groups, the rows alone.
 */
export function gridItems(
  rows: readonly ActionRow[],
  groupKeys: readonly string[],
  groups: readonly RowGroup[],
  closed: ReadonlySet<string>,
): GridItem[] {
  if (groups.length === 0) return rows.map((row) => ({ kind: 'row', key: row.id, row }));
  const byKey = new Map(groups.map((group) => [group.key, group]));
  const items: GridItem[] = [];
  let current: string | undefined;
  for (const [index, row] of rows.entries()) {
    const key = groupKeys[index] ?? '';
    if (key !== current) {
      current = key;
      const group = byKey.get(key) ?? { key, label: 'Others', count: 0 };
      items.push({ kind: 'group', key: `group:${key}`, group, isClosed: closed.has(key) });
    }
    if (!closed.has(key)) items.push({ kind: 'row', key: row.id, row });
  }
  return items;
}

/** All lines of the grid, also those that are not here yet: actions of open groups, and the groups' names. */
export function allItems(total: number, groups: readonly RowGroup[], closed: ReadonlySet<string>): number {
  const hidden = groups.reduce((sum, group) => sum + (closed.has(group.key) ? group.count : 0), 0);
  return total + groups.length - hidden;
}
