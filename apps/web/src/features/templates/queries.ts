import type { RouterOutputs } from '@gt/api/types';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../../lib/trpc.ts';

export type Template = RouterOutputs['templates']['list']['templates'][number];

export const templatesQuery = (planId: string) =>
  trpc.templates.list.queryOptions({ planId }, { staleTime: 60_000 });

/** One mutation for each way of writing to a template; every list of them follows, a refusal as well. */
export function useTemplateWrites() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: trpc.templates.pathKey() });
  return {
    keep: useMutation(trpc.templates.keep.mutationOptions({ onSettled })),
    edit: useMutation(trpc.templates.edit.mutationOptions({ onSettled })),
    remove: useMutation(trpc.templates.remove.mutationOptions({ onSettled })),
    restore: useMutation(trpc.templates.restore.mutationOptions({ onSettled })),
  };
}
