import type { LiveMessage } from './live-message.ts';

const listeners = new Set<(message: LiveMessage) => void>();

/** Parts of a page that cannot wait until things are asked for again hear each message as it comes. */
export function onLive(listener: (message: LiveMessage) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Called by the one who holds the stream. */
export function passOn(message: LiveMessage): void {
  for (const listener of listeners) listener(message);
}
