import type { Here, LiveMessage, News } from './live-message.ts';
import { longestWait } from './stream-haste.ts';

const ADDRESS = '/api/live';
/** First wait before a broken stream is opened again, in milliseconds; each is spread out. */
const FIRST_WAIT = 1_000;

/** The wait before try number `attempt`, from 1: doubled each time and spread, so that not all come back at once. */
export function waitBefore(attempt: number, random: number, longest: number): number {
  return Math.min(longest, FIRST_WAIT * 2 ** (attempt - 1)) * (0.5 + random);
}

/** Keeps one stream of server-sent events open until it is told to stop or the server ends it. */
export function openStream(tell: (message: LiveMessage) => void): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempts = 0;
  let isStopped = false;

  const stop = () => {
    isStopped = true;
    clearTimeout(timer);
    source?.close();
  };
  const open = () => {
    if (isStopped) return;
    const next = new EventSource(ADDRESS);
    source = next;
    next.addEventListener('open', () => {
      if (attempts > 0) tell({ kind: 'gap' });
      attempts = 0;
    });
    next.addEventListener('changed', ({ data }) =>
      tell({ kind: 'changed', news: JSON.parse(String(data)) as News }),
    );
    next.addEventListener('here', ({ data }) =>
      tell({ kind: 'here', here: JSON.parse(String(data)) as Here }),
    );
    next.addEventListener('inbox', () => tell({ kind: 'inbox' }));
    next.addEventListener('gap', () => tell({ kind: 'gap' }));
    next.addEventListener('ended', () => {
      stop();
      tell({ kind: 'ended' });
    });
    next.addEventListener('error', () => {
      // The browser would come back by itself, at once and all together.
      next.close();
      attempts += 1;
      tell({ kind: 'broken' });
      clearTimeout(timer);
      timer = setTimeout(open, waitBefore(attempts, Math.random(), longestWait()));
    });
  };
  open();
  return stop;
}
