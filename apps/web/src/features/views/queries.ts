import type { RouterOutputs } from '@gt/api/types';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../../lib/trpc.ts';

export type View = RouterOutputs['views']['list']['views'][number];

export const viewsQuery = (planId: string) => trpc.views.list.queryOptions({ planId }, { staleTime: 60_000 });

/** One mutation for each way of writing to a view; the menu follows, a refusal as well. */
export function useViewWrites() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: trpc.views.pathKey() });
  return {
    create: useMutation(trpc.views.create.mutationOptions({ onSettled })),
    edit: useMutation(trpc.views.edit.mutationOptions({ onSettled })),
    share: useMutation(trpc.views.share.mutationOptions({ onSettled })),
    takeOver: useMutation(trpc.views.takeOver.mutationOptions({ onSettled })),
    remove: useMutation(trpc.views.remove.mutationOptions({ onSettled })),
    restore: useMutation(trpc.views.restore.mutationOptions({ onSettled })),
  };
}
