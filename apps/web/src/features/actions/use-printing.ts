import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

let printing = false;
const listeners = new Set<() => void>();

function set(value: boolean): void {
  printing = value;
  // The browser takes its picture when the handler returns, so React must not wait.
  flushSync(() => {
    for (const listener of listeners) listener();
  });
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
  };
}
const before = () => set(true);
const after = () => set(false);

/** True while the page is being put on paper: every row must be there then, not only those in view. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => printing);
}
