import type { Role } from '@gt/contracts/words';
import { holds, type Permission } from '@gt/domain/authz';

/** What the cells of each column need to be changed where they stand. */
export const EDIT_NEEDS = {
  status: 'action.changeStatus',
  rag: 'update.create',
  owner: 'action.assign',
  team: 'action.assign',
  dueDate: 'action.setDueDate',
  priority: 'action.edit',
} as const satisfies Record<string, Permission>;
export type EditableColumn = keyof typeof EDIT_NEEDS;

export function isEditable(column: string): column is EditableColumn {
  return Object.hasOwn(EDIT_NEEDS, column);
}

/**
 * The columns in which somebody with these roles may change at least some rows: there a press begins the change.
 * Elsewhere a press opens the action, and only Enter on the cell says why it cannot be changed.
 */
export function offeredColumns(roles: readonly Role[]): ReadonlySet<string> {
  const offered = Object.entries(EDIT_NEEDS).filter(
    ([column, needs]) =>
      holds(roles, needs) || (column === 'dueDate' && holds(roles, 'action.requestDueDate')),
  );
  return new Set(offered.map(([column]) => column));
}
