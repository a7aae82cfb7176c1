import { useQueryClient } from '@tanstack/react-query';
import { toast } from '../../../components/toast.tsx';
import { problemOf } from '../../../lib/problem.ts';
import { trpcClient } from '../../../lib/trpc.ts';
import { type AgendaItem, reviewQuery } from '../queries.ts';
import { inOrder, withMoved } from './agenda.ts';
import { withItem } from './apply-changes.ts';
import { useMeeting } from './meeting-context.ts';

/**
 * Another order of the agenda, an item more or less. The order is shown at once; when somebody else was sooner, theirs
 * stays and it is said.
 */
export function useAgendaWrites() {
  const { review, pull, say } = useMeeting();
  const client = useQueryClient();
  const { queryKey } = reviewQuery(review.id);
  const refused = (error: unknown) => {
    const { code, message, current } = problemOf(error);
    toast(
      code === 'CONFLICT'
        ? `${current?.changedBy ?? 'Somebody else'} changed the agenda meanwhile. It is shown as it is now.`
        : message,
    );
  };
  const reorder = (itemIds: string[]) => {
    const { version, agenda } = review;
    client.setQueryData(queryKey, (known) =>
      known ? { ...known, agenda: inOrder(known.agenda, itemIds) } : known,
    );
    void trpcClient.reviews.reorder
      .mutate({ reviewId: review.id, version, itemIds })
      .catch((error: unknown) => {
        client.setQueryData(queryKey, (known) =>
          known
            ? {
                ...known,
                agenda: inOrder(
                  known.agenda,
                  agenda.map(({ id }) => id),
                ),
              }
            : known,
        );
        refused(error);
      })
      .finally(pull);
  };
  const placeOf = (item: AgendaItem) => review.agenda.findIndex(({ id }) => id === item.id);
  return {
    move: (item: AgendaItem, by: 1 | -1) => {
      const to = placeOf(item) + by;
      if (to < 0 || to >= review.agenda.length) return;
      reorder(withMoved(review.agenda, item.id, to));
      say(`${item.reference} is item ${to + 1} now.`);
    },
    moveTo: (item: AgendaItem, end: 'first' | 'last') =>
      reorder(withMoved(review.agenda, item.id, end === 'first' ? 0 : review.agenda.length)),
    remove: (item: AgendaItem) =>
      void trpcClient.reviews.removeItem
        .mutate({ itemId: item.id, version: item.version })
        .then(() => toast(`${item.reference} is off the agenda.`, addBack(item)))
        .catch(refused)
        .finally(pull),
    add: (actionId: string) =>
      trpcClient.reviews.addItem
        .mutate({ reviewId: review.id, actionId })
        .then(({ item }) => {
          client.setQueryData(queryKey, (known) => (known ? withItem(known, item) : known));
          return item;
        })
        .finally(pull),
  };

  function addBack({ actionId }: AgendaItem) {
    if (actionId === null) return {};
    const undo = () =>
      void trpcClient.reviews.addItem.mutate({ reviewId: review.id, actionId }).catch(refused).finally(pull);
    return { undo };
  }
}
