import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { onLive } from '../../../lib/live/hear-live.ts';
import { hurryStream } from '../../../lib/live/stream-haste.ts';
import { problemOf } from '../../../lib/problem.ts';
import { trpcClient } from '../../../lib/trpc.ts';
import { reviewQuery } from '../queries.ts';
import { applyChanges } from './apply-changes.ts';
import { ChangesPuller } from './changes-puller.ts';

/**
 * Keeps one review on this screen as it is on the server, whoever changes it, for as long as it is shown.
 * `isConnected` is false while the server does not answer; `pull` asks again now.
 */
export function useReviewChanges(reviewId: string, planId: string) {
  const client = useQueryClient();
  const [isConnected, setConnected] = useState(true);
  const puller = useRef<ChangesPuller | null>(null);
  useEffect(() => {
    const { queryKey } = reviewQuery(reviewId);
    const ask = async () => {
      const known = client.getQueryData(queryKey);
      if (!known) return;
      try {
        const changes = await trpcClient.reviews.changes.query(
          { reviewId, since: known.cursor },
          { context: { isBackground: true } },
        );
        client.setQueryData(queryKey, (review) => (review ? applyChanges(review, changes) : review));
      } catch (error) {
        // A refusal is an answer: the connection is there.
        if (problemOf(error).code === 'UNAVAILABLE') throw error;
      }
    };
    const made = new ChangesPuller({ ask, onConnected: setConnected });
    puller.current = made;
    const endHurry = hurryStream();
    const unhear = onLive((message) => {
      if (message.kind === 'broken') made.streamBroke();
      else if (message.kind === 'gap') made.streamIsBack();
      else if (message.kind === 'changed' && message.news.planId === planId) made.pull();
    });
    const again = () => {
      if (document.visibilityState === 'visible') made.pull();
    };
    const off = new AbortController();
    window.addEventListener('online', again, { signal: off.signal });
    document.addEventListener('visibilitychange', again, { signal: off.signal });
    // What changed since this was last looked at, when it was kept from an earlier visit.
    made.pull();
    return () => {
      off.abort();
      unhear();
      endHurry();
      made.stop();
      puller.current = null;
    };
  }, [client, reviewId, planId]);
  const [pull] = useState(() => () => puller.current?.pull());
  return { isConnected, pull };
}
