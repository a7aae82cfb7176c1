import type { RouterOutputs } from '@gt/api/types';
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc, trpcClient } from '../../lib/trpc.ts';

export type ProgressUpdate = RouterOutputs['updates']['list']['updates'][number];
export type MineAction = RouterOutputs['actions']['mine']['groups'][number]['actions'][number];
export type MineGroup = RouterOutputs['actions']['mine']['groups'][number]['group'];

/** The updates of an action, newest first, fifty at a time. */
export function updatesQuery(actionId: string) {
  return infiniteQueryOptions({
    queryKey: [...trpc.updates.list.pathKey(), { actionId }],
    queryFn: ({ pageParam, signal }) =>
      trpcClient.updates.list.query({ actionId, page: { offset: pageParam, limit: PAGE } }, { signal }),
    initialPageParam: 0,
    // What came in between shifts the rest by as much: an update shown twice is dropped by its id.
    getNextPageParam: (last, _pages, offset) =>
      offset + last.updates.length < last.total ? offset + last.updates.length : undefined,
  });
}
/** Updates asked for at once. */
const PAGE = 50;

export type MyUpdates = RouterOutputs['updates']['mine'];
export type ActionToUpdate = MyUpdates['actions'][number];
/** One's own actions, or the others of one's teams. */
export type Whose = 'OWN' | 'TEAM';

/** The open actions that are updated at once. */
export const myUpdatesQuery = (whose: Whose) => trpc.updates.mine.queryOptions({ whose });

export const mineQuery = () => trpc.actions.mine.queryOptions();

/** Posts an update; what shows the action or its plan is asked again. */
export function usePostUpdate() {
  const client = useQueryClient();
  const shown = [
    trpc.updates.pathKey(),
    trpc.reminders.pathKey(),
    trpc.actions.pathKey(),
    trpc.dashboard.pathKey(),
    trpc.recommendations.pathKey(),
  ];
  return useMutation(
    trpc.updates.create.mutationOptions({
      onSuccess: () => Promise.all(shown.map((queryKey) => client.invalidateQueries({ queryKey }))),
    }),
  );
}
