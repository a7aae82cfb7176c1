import type { RouterOutputs } from '@gt/api/types';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../../lib/trpc.ts';

export type ProgressUpdate = RouterOutputs['updates']['list']['updates'][number];
export type MineAction = RouterOutputs['actions']['mine']['groups'][number]['actions'][number];
export type MineGroup = RouterOutputs['actions']['mine']['groups'][number]['group'];

export const updatesQuery = (actionId: string) => trpc.updates.list.queryOptions({ actionId });
export const mineQuery = () => trpc.actions.mine.queryOptions();

/** Posts an update; what shows the action or its plan is asked again. */
export function usePostUpdate() {
  const client = useQueryClient();
  const shown = [
    trpc.updates.pathKey(),
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
