import type { RouterOutputs } from '@gt/api/types';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../../lib/trpc.ts';

export type Lineage = RouterOutputs['lineage']['get'];
export type RaisedBefore = Lineage['raisedBefore'][number];
export type Suggestion = Lineage['suggestions'][number];
export type Likeness = Suggestion['likeness'];
export type History = RouterOutputs['lineage']['history'];
export type Inspection = History['inspections'][number];
export type Item = History['items'][number];

export const lineageQuery = (recommendationId: string) => trpc.lineage.get.queryOptions({ recommendationId });
export const historyQuery = (planId: string) => trpc.lineage.history.queryOptions({ planId });
export const readingQuery = (importId: string) =>
  trpc.imports.get.queryOptions({ importId }, { staleTime: Number.POSITIVE_INFINITY });
export const knownQuery = (planId: string, importId: string) =>
  trpc.lineage.known.queryOptions({ planId, importId });

/** Every write of this feature; after each, whatever shows a lineage asks again. */
export function useLineageWrites() {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: trpc.lineage.pathKey() });
  return {
    decide: useMutation(trpc.lineage.decide.mutationOptions({ onSuccess })),
    takeBack: useMutation(trpc.lineage.takeBack.mutationOptions({ onSuccess })),
    addInspection: useMutation(trpc.lineage.addInspection.mutationOptions({ onSuccess })),
    editInspection: useMutation(trpc.lineage.editInspection.mutationOptions({ onSuccess })),
    removeInspection: useMutation(trpc.lineage.removeInspection.mutationOptions({ onSuccess })),
    restoreInspection: useMutation(trpc.lineage.restoreInspection.mutationOptions({ onSuccess })),
    addItem: useMutation(trpc.lineage.addItem.mutationOptions({ onSuccess })),
    editItem: useMutation(trpc.lineage.editItem.mutationOptions({ onSuccess })),
  };
}
