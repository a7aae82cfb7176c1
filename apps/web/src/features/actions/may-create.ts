import type { Role } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';

/** Whether to offer "Add an action"; the server decides for which team. */
export function mayCreate(roles: readonly Role[]): boolean {
  return holds(roles, 'action.create');
}
