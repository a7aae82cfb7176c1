import { useEffect, useState } from 'react';
import { problemOf } from '../../../lib/problem.ts';
import { trpcClient } from '../../../lib/trpc.ts';
import type { AgendaItem, Review } from '../queries.ts';

/** How long to wait before the others are told again where the chair is, in milliseconds. */
const AGAIN_AFTER = 1_000;

/** Tells the others where the chair is; what could not be said is said again, the newest place alone. */
function createTeller(reviewId: string, onTold: () => void) {
  let wanted: { itemId: string; left: { itemId: string; seconds: number } | null } | null = null;
  let isTelling = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    if (isTelling || !wanted) return;
    const said = wanted;
    isTelling = true;
    void trpcClient.reviews.goTo.mutate({ reviewId, ...said }).then(
      () => {
        isTelling = false;
        if (wanted === said) wanted = null;
        else tell();
        onTold();
      },
      (error: unknown) => {
        isTelling = false;
        // Whoever is in the chair no longer has nothing to tell.
        if (problemOf(error).code !== 'UNAVAILABLE') wanted = null;
        else timer = setTimeout(tell, AGAIN_AFTER);
        onTold();
      },
    );
  };
  return {
    goTo(itemId: string, left: { itemId: string; seconds: number } | null) {
      wanted = { itemId, left };
      tell();
    },
    isBehind: () => wanted !== null,
    stop: () => clearTimeout(timer),
  };
}

/** Seconds since the open item was come to, by a clock that nobody sets. */
function secondsSince(began: number): number {
  return Math.min(86_400, Math.round((performance.now() - began) / 1000));
}

export type Place = {
  item: AgendaItem | undefined;
  /** Shows another item; for whoever chairs, to everybody who follows. */
  goTo: (itemId: string) => void;
  /** Back to where the chair is. */
  follow: () => void;
  /** Whoever begins to type here stays here, wherever the chair goes. */
  stay: () => void;
  isFollowing: boolean;
  /** When this item was come to, by `performance.now()`. */
  arrivedAt: number;
  /** What the chair spent on the open item until now is counted. */
  countTime: () => void;
};

/** After the chair has moved, word of an earlier place may still be on its way, in milliseconds. */
const ECHO_MS = 3_000;

type Stand = {
  own: string | null;
  movedAt: number;
  isFollowing: boolean;
  seen: string | null;
  isChair: boolean;
};

/** What the server says of where the meeting is, and of who leads it, taken into where this screen is. */
function afterNews(stand: Stand, { currentItemId, isChair }: Review, isBehind: boolean, now: number): Stand {
  const next = { ...stand, seen: currentItemId, isChair };
  // Whoever takes the chair goes on from where the meeting is.
  if (isChair !== stand.isChair) return { ...next, own: null, isFollowing: true };
  // Another window of the chair went elsewhere.
  const isElsewhere = isChair && !isBehind && now - stand.movedAt > ECHO_MS;
  return isElsewhere ? { ...next, own: null } : next;
}

/**
 * Which item is shown. The chair goes ahead and the server is told after; everybody else is where the chair is, until
 * they browse on their own.
 */
export function usePlace(review: Review, pull: () => void): Place {
  const { agenda, currentItemId, isChair, id: reviewId } = review;
  const [teller] = useState(() => createTeller(reviewId, pull));
  useEffect(() => teller.stop, [teller]);
  const [stand, setStand] = useState<Stand>(() => ({
    own: null,
    movedAt: 0,
    isFollowing: true,
    seen: currentItemId,
    isChair,
  }));
  if (currentItemId !== stand.seen || isChair !== stand.isChair) {
    setStand(afterNews(stand, review, teller.isBehind(), performance.now()));
  }
  const wanted = isChair || !stand.isFollowing ? (stand.own ?? currentItemId) : currentItemId;
  // What was taken off the agenda leaves the meeting at the place where it stood.
  const [lastAt, setLastAt] = useState(0);
  const at = agenda.findIndex(({ id }) => id === wanted);
  if (at >= 0 && at !== lastAt) setLastAt(at);
  const item = at >= 0 ? agenda[at] : agenda[Math.min(lastAt, agenda.length - 1)];

  const [arrived, setArrived] = useState(() => ({ itemId: item?.id, at: performance.now() }));
  if (arrived.itemId !== item?.id) setArrived({ itemId: item?.id, at: performance.now() });
  const tellOthers = (to: string) =>
    teller.goTo(to, item ? { itemId: item.id, seconds: secondsSince(arrived.at) } : null);
  return {
    item,
    goTo: (itemId) => {
      if (itemId === item?.id) return;
      setStand({ ...stand, own: itemId, movedAt: performance.now(), isFollowing: isChair });
      if (isChair) tellOthers(itemId);
    },
    follow: () => setStand({ ...stand, own: null, isFollowing: true }),
    stay: () => {
      if (isChair || !stand.isFollowing || !item) return;
      setStand({ ...stand, own: item.id, isFollowing: false });
    },
    isFollowing: isChair || stand.isFollowing,
    arrivedAt: arrived.at,
    countTime: () => {
      if (!isChair || !item) return;
      tellOthers(item.id);
      setArrived({ itemId: item.id, at: performance.now() });
    },
  };
}
