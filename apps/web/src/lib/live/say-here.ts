import { trpcClient } from '../trpc.ts';
import { forgetCompany } from './also-here.ts';
import { onLive } from './hear-live.ts';

/** Walking through a list with the keys opens nothing for longer than this, in milliseconds. */
const SETTLED_MS = 1_000;
const AGAIN_MS = 20_000;
const SPREAD_MS = 4_000;
/** After the last key somebody still counts as typing for so long. */
const TYPING_MS = 15_000;

let typed = { actionId: '', at: 0 };
const onTyping = new Set<(actionId: string) => void>();

/** Called at each change of an update being written. */
export function noteTyping(actionId: string): void {
  const wasTyping = isTyping(actionId);
  typed = { actionId, at: Date.now() };
  if (!wasTyping) for (const listener of onTyping) listener(actionId);
}

function isTyping(actionId: string): boolean {
  return typed.actionId === actionId && Date.now() - typed.at < TYPING_MS;
}

/**
 * Tells the others that this action or meeting is open here: once it has settled, every 20 seconds while the page can be seen, at
 * the first key of an update, and when it is closed. It never counts as activity. The answer ends it.
 */
export function keepSayingHere(recordId: string, of: 'ACTION' | 'REVIEW' = 'ACTION'): () => void {
  const off = new AbortController();
  let hasSpoken = false;
  const say = (state: 'READING' | 'TYPING' | 'GONE') =>
    void trpcClient.live.here
      .mutate({ of, recordId, state }, { context: { isBackground: true } })
      // Nothing depends on it, so nobody is told that it failed.
      .catch(() => undefined);
  const speak = () => {
    if (document.visibilityState !== 'visible') return;
    hasSpoken = true;
    say(isTyping(recordId) ? 'TYPING' : 'READING');
  };
  const typing = (typedId: string) => {
    if (typedId === recordId) speak();
  };
  const settled = setTimeout(speak, SETTLED_MS);
  const again = setInterval(speak, AGAIN_MS);
  document.addEventListener('visibilitychange', speak, { signal: off.signal });
  onTyping.add(typing);
  // After a gap the server may be another one, which knows of nobody; not all pages tell it at the same moment.
  let afterGap: ReturnType<typeof setTimeout> | undefined;
  const unhear = onLive(({ kind }) => {
    if (kind !== 'gap' || !hasSpoken) return;
    clearTimeout(afterGap);
    afterGap = setTimeout(speak, Math.random() * SPREAD_MS);
  });
  return () => {
    unhear();
    off.abort();
    clearTimeout(settled);
    clearTimeout(afterGap);
    clearInterval(again);
    onTyping.delete(typing);
    if (hasSpoken) say('GONE');
    forgetCompany(recordId);
  };
}
