import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { fetchToasts } from '../../../components/toast.tsx';
import { fetchActionDialogs } from '../../actions/public.tsx';
import { type AgendaItem, itemActionQuery, itemQuery, lastUpdatesQuery, type Review } from '../queries.ts';

/** So many items after the open one are asked for ahead, once the open one has been there for so long (milliseconds). */
const AHEAD = 2;
const SETTLED_MS = 250;

/** Asks for the parts of the meeting that come over the network when they are wanted: by then it may be gone. */
export function usePartsAhead(fetchClosing: () => Promise<unknown>): void {
  useEffect(() => {
    fetchActionDialogs();
    fetchToasts();
    void fetchClosing();
  }, [fetchClosing]);
}

/** Asks for what comes next while the meeting talks about what is open, so that going on shows it at once. */
export function usePrefetch(review: Review, open: AgendaItem | undefined): void {
  const client = useQueryClient();
  const at = open ? review.agenda.indexOf(open) : -1;
  const next = review.agenda.slice(at + 1, at + 1 + AHEAD);
  const ids = next.map(({ id }) => id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids say which items they are
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const item of next) {
        const { actionId } = item;
        void client.prefetchQuery(itemQuery(review.id, item));
        if (actionId === null) continue;
        void client.prefetchQuery(itemActionQuery(actionId));
        void client.prefetchQuery(lastUpdatesQuery(actionId));
      }
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [client, review.id, ids]);
}
