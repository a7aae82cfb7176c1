import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { getJson } from '../http.ts';
import { type Session, useUser } from '../session.ts';
import { setSessionEnded } from '../session-ended.ts';
import { trpc } from '../trpc.ts';
import { noteHere } from './also-here.ts';
import { handsAreBusy, watchHands } from './hands-busy.ts';
import { passOn } from './hear-live.ts';
import { noteChanged } from './just-changed.ts';
import type { LiveMessage, News } from './live-message.ts';
import { shareStream } from './share-stream.ts';
import { isStaleAfter } from './stale-after.ts';

/** Changes are gathered this long, asked for at most this often, and put off while hands are busy; milliseconds. */
const GATHER_MS = 400;
const AT_MOST_EVERY_MS = 2_000;
const LOOK_AGAIN_MS = 500;
/** After a gap all pages would ask for everything at the same moment, of a server that has just begun: spread over this. */
const SPREAD_MS = 4_000;
/** A write of this tab has refreshed what it shows already. */
const OWN_MS = 2_000;

/** Gathers what is told and asks for it again when nobody is in the middle of something. */
function createRefresher(client: QueryClient) {
  let waiting: News[] = [];
  let isAll = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let refreshedAt = 0;
  let wroteAt = 0;
  const unsubscribe = client.getMutationCache().subscribe(({ mutation }) => {
    if (mutation?.state.status === 'success' || mutation?.state.status === 'pending') wroteAt = Date.now();
  });
  const refresh = () => {
    timer = undefined;
    if (handsAreBusy()) {
      timer = setTimeout(refresh, LOOK_AGAIN_MS);
      return;
    }
    refreshedAt = Date.now();
    const [news, all] = [waiting, isAll];
    waiting = [];
    isAll = false;
    void client.invalidateQueries({
      predicate: ({ queryKey }) => (all ? queryKey[0] !== 'session' : isStaleAfter(queryKey, news)),
    });
  };
  const soon = (atLeast = GATHER_MS) => {
    timer ??= setTimeout(refresh, Math.max(atLeast, refreshedAt + AT_MOST_EVERY_MS - Date.now()));
  };
  return {
    changed(news: News) {
      noteChanged(news);
      if (news.isOwn && Date.now() - wroteAt < OWN_MS) return;
      waiting.push(news);
      soon();
    },
    everything() {
      isAll = true;
      soon(GATHER_MS + Math.random() * SPREAD_MS);
    },
    stop() {
      clearTimeout(timer);
      unsubscribe();
    },
  };
}

/** The server ended the stream: it says whether that is because the session is over. */
async function lookForSession(): Promise<void> {
  const session = await getJson<Session>('/api/session').catch(() => null);
  if (session && !session.user) setSessionEnded(true);
}

/**
 * Follows what others change while the page is open. Nothing depends on it: without it, pages show what was true when
 * they last asked.
 */
export function useLive(): void {
  const client = useQueryClient();
  const { id: userId } = useUser();
  useEffect(() => {
    const refresher = createRefresher(client);
    const unwatch = watchHands();
    const hear = (message: LiveMessage) => {
      passOn(message);
      if (message.kind === 'changed') refresher.changed(message.news);
      else if (message.kind === 'inbox') void client.invalidateQueries(trpc.notifications.pathFilter());
      else if (message.kind === 'here') noteHere(message.here);
      else if (message.kind === 'gap') refresher.everything();
      else if (message.kind === 'ended') void lookForSession();
    };
    const leave = shareStream(userId, hear);
    return () => {
      leave();
      unwatch();
      refresher.stop();
    };
  }, [client, userId]);
}
