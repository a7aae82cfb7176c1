import { useLayoutEffect, useSyncExternalStore } from 'react';

let wanted = 0;
const listeners = new Set<() => void>();

function change(by: 1 | -1): void {
  wanted += by;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes the whole screen for as long as the component is there: the shell leaves its rail and its bar away. */
export function useFullScreen(): void {
  useLayoutEffect(() => {
    change(1);
    return () => change(-1);
  }, []);
}

/** Whether a page has taken the whole screen. */
export function useIsFullScreen(): boolean {
  return useSyncExternalStore(subscribe, () => wanted > 0);
}
