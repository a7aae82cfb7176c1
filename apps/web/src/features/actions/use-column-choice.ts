import { useState } from 'react';
import { HIDDEN_AT_FIRST } from './action-columns.tsx';

const KEY = 'gt-action-columns';

function remembered(): Record<string, boolean> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, boolean>) : HIDDEN_AT_FIRST;
  } catch {
    return HIDDEN_AT_FIRST;
  }
}

/** Which columns this person wants to see, remembered on this device. */
export function useColumnChoice() {
  const [visibility, setVisibility] = useState(remembered);
  const choose = (next: Record<string, boolean>) => {
    setVisibility(next);
    try {
      localStorage.setItem(KEY, JSON.stringify(next));
    } catch {
      // A comfort, not a promise.
    }
  };
  return [visibility, choose] as const;
}
