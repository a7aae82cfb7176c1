import type { RouterInputs, RouterOutputs } from '@gt/api/types';
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc, trpcClient } from '../../lib/trpc.ts';

export type InboxRow = RouterOutputs['notifications']['list']['rows'][number];
export type InboxFilter = NonNullable<RouterInputs['notifications']['list']['filter']>;

/** What the person should know, newest first, thirty at a time. */
export function inboxQuery(filter: InboxFilter) {
  return infiniteQueryOptions({
    queryKey: [...trpc.notifications.list.pathKey(), { filter }],
    queryFn: ({ pageParam, signal }) =>
      trpcClient.notifications.list.query({ filter, after: pageParam }, { signal }),
    initialPageParam: null as RouterInputs['notifications']['list']['after'],
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

/** How many wait. Live updates keep it right; without them it is asked again now and then. */
export const unreadQuery = () =>
  trpc.notifications.unread.queryOptions(undefined, { refetchInterval: 5 * 60_000 });

export function useInboxWrites() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries(trpc.notifications.pathFilter());
  return {
    markRead: useMutation(trpc.notifications.markRead.mutationOptions({ onSuccess })),
    markAllRead: useMutation(trpc.notifications.markAllRead.mutationOptions({ onSuccess })),
  };
}

export const feedQuery = () => trpc.notifications.feed.queryOptions();

/** Making and ending the calendar's address; what is known of it follows. */
export function useFeedWrites() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries(trpc.notifications.feed.pathFilter());
  return {
    make: useMutation(trpc.notifications.makeFeed.mutationOptions({ onSuccess })),
    revoke: useMutation(trpc.notifications.revokeFeed.mutationOptions({ onSuccess })),
  };
}
