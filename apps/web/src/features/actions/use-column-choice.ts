import { useState, useSyncExternalStore } from 'react';
import { columnsThatFit } from './columns-that-fit.ts';

const KEY = 'gt-action-columns';
/** Below this a row is a card, which holds everything. */
const CARDS_UP_TO = 640;

function remembered(): Record<string, boolean> | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, boolean>) : null;
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

/**
 * Which columns are shown. Until this person chooses, those that fit; afterwards what they chose, remembered on this
 * device, and a table that is wider than the page scrolls inside itself.
 */
export function useColumnChoice() {
  const [chosen, setChosen] = useState(remembered);
  const width = useSyncExternalStore(onResize, room);
  const choose = (next: Record<string, boolean>) => {
    setChosen(next);
    try {
      localStorage.setItem(KEY, JSON.stringify(next));
    } catch {
      // A comfort, not a promise.
    }
  };
  return [chosen ?? columnsThatFit(width), choose] as const;
}
