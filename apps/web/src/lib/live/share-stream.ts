import type { LiveMessage } from './live-message.ts';
import { openStream } from './open-stream.ts';

/**
 * One stream for all tabs of a browser: the tab that holds the lock has it and passes on what it hears; when that tab
 * goes, the next one takes over. A browser without locks or channels has a stream for each tab.
 */
export function shareStream(userId: string, hear: (message: LiveMessage) => void): () => void {
  const name = `gt-live:${userId}`;
  if (!('locks' in navigator) || typeof BroadcastChannel === 'undefined') return openStream(hear);
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', ({ data }) => hear(data as LiveMessage));
  const left = new AbortController();
  let takesOver = false;
  const lead = () =>
    new Promise<void>((done) => {
      // The lock may come when the page has been left.
      if (left.signal.aborted) {
        done();
        return;
      }
      const stop = openStream((message) => {
        hear(message);
        channel.postMessage(message);
      });
      // While nobody led, something may have been missed.
      if (takesOver) hear({ kind: 'gap' });
      left.signal.addEventListener('abort', () => {
        stop();
        done();
      });
    });
  void navigator.locks
    .request(name, { ifAvailable: true }, (lock) => (lock ? lead() : undefined))
    .then(() => {
      if (left.signal.aborted) return undefined;
      takesOver = true;
      return navigator.locks.request(name, { signal: left.signal }, lead);
    })
    .catch(() => undefined);
  return () => {
    left.abort();
    channel.close();
  };
}
