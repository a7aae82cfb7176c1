import type { PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import { type Command, useCommands } from '../../lib/shortcuts.ts';
import type { ActionRows } from './use-action-rows.ts';

const GROUP = 'The list of actions';

/** Keys that open the next and the previous action of the list beside it. */
export function useWalkKeys(
  actions: Pick<ActionRows, 'rows' | 'onNearEnd'>,
  open: string | undefined,
  onChange: (patch: PlanActionsSearch, replace?: boolean) => void,
): void {
  const step = (by: 1 | -1) => () => {
    const { rows } = actions;
    const at = rows.findIndex(({ id }) => id === open);
    const to = at === -1 ? 0 : at + by;
    if (to >= rows.length - 1) actions.onNearEnd();
    const next = rows[to];
    // Back leads to the list, not through every action that was walked past.
    if (next) onChange({ open: next.id }, open !== undefined);
  };
  const walk = (keys: string, alsoKeys: string, says: string, by: 1 | -1): Command => ({
    keys,
    alsoKeys,
    says,
    group: GROUP,
    run: step(by),
    onlyKeys: true,
  });
  useCommands([walk('j', ']', 'Open the next action', 1), walk('k', '[', 'Open the previous action', -1)]);
}
