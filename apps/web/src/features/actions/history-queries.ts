import type { RouterInputs, RouterOutputs } from '@gt/api/types';
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc, trpcClient } from '../../lib/trpc.ts';

export type ActionHistoryEntry = RouterOutputs['actions']['history']['entries'][number];
export type HistoryFilter = NonNullable<RouterInputs['actions']['history']['filter']>;

/** Who changed what when, newest first, a hundred entries at a time. */
export function actionHistoryPages(actionId: string, filter: HistoryFilter) {
  return infiniteQueryOptions({
    queryKey: [...trpc.actions.history.pathKey(), { actionId, filter }],
    queryFn: ({ pageParam, signal }) =>
      trpcClient.actions.history.query({ actionId, filter, before: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (previous) => previous,
  });
}

/** Takes back what one entry of the history wrote; everything that shows the action follows. */
export function useUndoEntry() {
  const client = useQueryClient();
  const shown = [
    trpc.actions.pathKey(),
    trpc.dashboard.pathKey(),
    trpc.recommendations.pathKey(),
    trpc.assignments.pathKey(),
    trpc.planning.pathKey(),
  ];
  return useMutation(
    trpc.assignments.undo.mutationOptions({
      onSettled: () => Promise.all(shown.map((queryKey) => client.invalidateQueries({ queryKey }))),
    }),
  );
}
