import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import { BESIDE_PANEL, OPTIONAL_COLUMNS } from './action-columns.tsx';
import { columnsThatFit, FIXED_COLUMNS } from './columns-that-fit.ts';

const KEY = 'gt-action-columns';
/** Up to this width, in pixels, a row is a card, which holds everything. */
const CARDS_UP_TO = 640;

const isKnown = (id: string) => Object.hasOwn(OPTIONAL_COLUMNS, id);

/** "team,dueDate" → both, in that order; names that mean nothing are left out. Null when none is left. */
export function readColumns(text: string | null | undefined): string[] | null {
  const known = [...new Set(text?.split(',').filter(isKnown))];
  return known.length > 0 ? known : null;
}

function remembered(): string[] | null {
  try {
    return readColumns(localStorage.getItem(KEY));
  } catch {
    return null;
  }
}

function onResize(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}

/** Pixels inside the page's margins: what the table may take. */
function room(): number {
  const main = document.getElementById('main');
  if (!main || window.innerWidth <= CARDS_UP_TO) return Number.POSITIVE_INFINITY;
  const { paddingLeft, paddingRight } = getComputedStyle(main);
  return main.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
}

/** Whether rows are drawn as cards: then there is no header to sort by or to go to. */
export function useCards(): boolean {
  return useSyncExternalStore(onResize, () => window.innerWidth <= CARDS_UP_TO);
}

/**
 * Which columns are shown, in their order: those of the address, else what this person chose last on this device,
 * else those that fit. A table that is wider than the page scrolls inside itself; beside an open action only what
 * fits there is shown.
 */
export function useColumnChoice(search: PlanActionsSearch, onChange: (patch: PlanActionsSearch) => void) {
  const width = useSyncExternalStore(onResize, room);
  const { columns, open } = search;
  const chosen = useMemo(
    () => readColumns(columns) ?? remembered() ?? columnsThatFit(width),
    [columns, width],
  );
  const choose = useCallback(
    (next: readonly string[] | null) => {
      const text = next === null || next.length === 0 ? undefined : next.join(',');
      try {
        if (text) localStorage.setItem(KEY, text);
        else localStorage.removeItem(KEY);
      } catch {
        // A comfort, not a promise.
      }
      onChange({ columns: text });
    },
    [onChange],
  );
  const shown = useMemo(
    () => [...FIXED_COLUMNS, ...(open ? chosen.filter((id) => BESIDE_PANEL.includes(id)) : chosen)],
    [open, chosen],
  );
  return { chosen, shown, choose };
}
