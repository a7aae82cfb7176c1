import { useSyncExternalStore } from 'react';
import type { News } from './live-message.ts';

/** How long "just now" is, in milliseconds. */
const JUST_NOW_MS = 15_000;

const changed = new Map<string, string>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const listeners = new Set<() => void>();

function say(): void {
  for (const listener of listeners) listener();
}

/** Remembers for a short while who changed which action; one's own changes are no news. */
export function noteChanged({ isOwn, actionIds, who }: News): void {
  if (isOwn || who === '' || actionIds === null) return;
  for (const actionId of actionIds) {
    clearTimeout(timers.get(actionId));
    changed.set(actionId, who);
    timers.set(
      actionId,
      setTimeout(() => {
        changed.delete(actionId);
        timers.delete(actionId);
        say();
      }, JUST_NOW_MS),
    );
  }
  say();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Who else changed this action a moment ago; undefined most of the time. */
export function useJustChanged(actionId: string): string | undefined {
  return useSyncExternalStore(subscribe, () => changed.get(actionId));
}
