import type { RouterInputs, RouterOutputs } from '@gt/api/types';
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc, trpcClient } from '../../lib/trpc.ts';

export type Comment = RouterOutputs['comments']['list']['comments'][number];

/** The comments of an action, newest first, fifty at a time. */
export function commentsQuery(actionId: string) {
  return infiniteQueryOptions({
    queryKey: [...trpc.comments.list.pathKey(), { actionId }],
    queryFn: ({ pageParam, signal }) =>
      trpcClient.comments.list.query({ actionId, after: pageParam }, { signal }),
    initialPageParam: null as RouterInputs['comments']['list']['after'],
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

/** The names offered after an @. */
export const mentionableQuery = (actionId: string, q: string) =>
  trpc.comments.mentionable.queryOptions(
    { actionId, q },
    { staleTime: 60_000, placeholderData: (previous) => previous },
  );

/** One mutation for each way of writing; the list, and the count on the action, follow. */
export function useCommentWrites() {
  const client = useQueryClient();
  const onSuccess = () =>
    Promise.all(
      [trpc.comments.pathKey(), trpc.actions.pathKey()].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
  return {
    add: useMutation(trpc.comments.add.mutationOptions({ onSuccess })),
    remove: useMutation(trpc.comments.remove.mutationOptions({ onSuccess })),
    restore: useMutation(trpc.comments.restore.mutationOptions({ onSuccess })),
    follow: useMutation(trpc.comments.follow.mutationOptions({ onSuccess })),
  };
}
