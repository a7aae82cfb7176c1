import { useCallback, useMemo, useState } from 'react';

/** Which rows are ticked. A range runs from the row last ticked by itself. */
export type Selection = {
  ids: ReadonlySet<string>;
  toggle: (id: string) => void;
  /** Ticks all from the last single one (from `start` when there was none) to this, as they stand in the list. */
  extend: (id: string, start?: string) => void;
  replace: (ids: Iterable<string>) => void;
  clear: () => void;
};

type State = { ids: ReadonlySet<string>; anchor: string | null; of: string };
const NONE: ReadonlySet<string> = new Set();

/** The ids between two of a list, both with them; only the second when the first is gone. */
export function between(order: readonly string[], from: string | null, to: string): string[] {
  const end = order.indexOf(to);
  const start = from === null ? -1 : order.indexOf(from);
  if (start < 0 || end < 0) return [to];
  return order.slice(Math.min(start, end), Math.max(start, end) + 1);
}

/**
 * The rows that are ticked, of the list that `of` names (its filter): another list begins with none, so that nothing
 * is changed that is out of sight. `order` is every row that is here, as shown.
 */
export function useSelection(order: readonly string[], of: string): Selection {
  const [state, setState] = useState<State>({ ids: NONE, anchor: null, of });
  const ids = state.of === of ? state.ids : NONE;
  const anchor = state.of === of ? state.anchor : null;
  const toggle = useCallback(
    (id: string) => {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      setState({ ids: next, anchor: id, of });
    },
    [ids, of],
  );
  const extend = useCallback(
    (id: string, start = id) => {
      const from = anchor ?? start;
      setState({ ids: new Set([...ids, ...between(order, from, id)]), anchor: from, of });
    },
    [ids, order, anchor, of],
  );
  const replace = useCallback(
    (next: Iterable<string>) => setState({ ids: new Set(next), anchor: null, of }),
    [of],
  );
  const clear = useCallback(() => setState({ ids: NONE, anchor: null, of }), [of]);
  return useMemo(() => ({ ids, toggle, extend, replace, clear }), [ids, toggle, extend, replace, clear]);
}
