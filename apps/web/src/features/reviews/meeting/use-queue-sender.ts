import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { readDraft, writeDraft } from '../../../lib/draft-store.ts';
import { onLive } from '../../../lib/live/hear-live.ts';
import { problemOf } from '../../../lib/problem.ts';
import { useUser } from '../../../lib/session.ts';
import { trpc, trpcClient } from '../../../lib/trpc.ts';
import { type ItemDetail, type ItemWritten, itemActionQuery, reviewQuery } from '../queries.ts';
import { withItem } from './apply-changes.ts';
import { QueueSender } from './queue-sender.ts';
import { type Entry, type ItemWrite, shownItem } from './write-queue.ts';

/** What a write answered is put where it is shown; what follows from it is asked for again. */
function take(client: QueryClient, reviewId: string, { item, action }: ItemWritten): void {
  client.setQueryData(reviewQuery(reviewId).queryKey, (review) => (review ? withItem(review, item) : review));
  if (!action) return;
  void client.invalidateQueries({ queryKey: itemActionQuery(action.id).queryKey });
}

function sendItem({ itemId, base: version, note, state, rating }: ItemWrite): Promise<ItemWritten> {
  // What is recorded does not wait for what is shown next.
  const alone = { context: { isAlone: true } };
  return state === null
    ? trpcClient.reviews.saveItem.mutate({ itemId, version, note }, alone)
    : trpcClient.reviews.record.mutate({ itemId, version, note, state, rating }, alone);
}

async function send(client: QueryClient, reviewId: string, entry: Entry): Promise<number> {
  if (entry.kind === 'item') {
    const written = await sendItem(entry);
    take(client, reviewId, written);
    return written.item.version;
  }
  const decision =
    entry.kind === 'decision'
      ? await trpcClient.reviews.decide.mutate({ ...entry.input, idempotencyKey: entry.id })
      : await trpcClient.reviews.settleDecision.mutate({
          decisionId: entry.decisionId,
          version: entry.base,
          state: entry.state,
          note: entry.note,
          reviewId,
        });
  client.setQueryData(reviewQuery(reviewId).queryKey, (review) => {
    if (!review || decision.reviewId !== review.id) return review;
    const others = review.decisionsMade.filter(({ id }) => id !== decision.id);
    return { ...review, decisionsMade: [...others, decision] };
  });
  client.setQueriesData<ItemDetail>({ queryKey: trpc.reviews.item.pathKey() }, (known) =>
    known
      ? {
          ...known,
          decision: known.decision?.id === decision.id ? decision : known.decision,
          openDecisions: known.openDecisions.filter(({ id, reviewId: madeIn }) =>
            id === decision.id ? decision.state === 'OPEN' && madeIn !== reviewId : true,
          ),
        }
      : known,
  );
  return decision.version;
}

/** The queue of what this person says in a meeting, kept in this tab until the server has it. */
export function useQueueSender(reviewId: string): QueueSender {
  const client = useQueryClient();
  const user = useUser();
  const [sender] = useState(() => {
    const key = `review-queue:${reviewId}`;
    const kept = readDraft(user.id, key)?.queue;
    return new QueueSender({
      send: (entry) => send(client, reviewId, entry),
      problemOf,
      keep: (queue) => writeDraft(user.id, key, queue === null ? null : { queue }),
      kept: typeof kept === 'string' ? kept : undefined,
      userName: user.name,
      now: () => Date.now(),
    });
  });
  useEffect(() => {
    const hurry = () => sender.hurry();
    const unhear = onLive(({ kind }) => {
      if (kind === 'gap') hurry();
    });
    window.addEventListener('online', hurry);
    window.addEventListener('focus', hurry);
    sender.start();
    return () => {
      unhear();
      window.removeEventListener('online', hurry);
      window.removeEventListener('focus', hurry);
      sender.stop();
    };
  }, [sender]);
  return sender;
}

/** Everything that waits to be written, as it changes. */
export function useSenderState(sender: QueueSender) {
  return useSyncExternalStore(sender.subscribe, sender.state);
}

/** How the items stand by what was said here; the same while only words change. */
export function useMarks(sender: QueueSender) {
  return useSyncExternalStore(sender.subscribe, () => sender.state().marks);
}

/** One item with what this person said of it since. */
export function useShownItem<
  T extends { id: string; note: string; state: ItemWritten['item']['state']; rag: string },
>(sender: QueueSender, item: T): T {
  const said = useSyncExternalStore(sender.subscribe, () => sender.saidOf(item.id));
  return shownItem(item, said);
}
