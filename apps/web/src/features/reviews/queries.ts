import type { RouterInputs, RouterOutputs } from '@gt/api/types';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc, trpcClient } from '../../lib/trpc.ts';

export type ReviewRow = RouterOutputs['reviews']['list']['reviews'][number];
export type Review = RouterOutputs['reviews']['get'];
export type ReviewChanges = RouterOutputs['reviews']['changes'];
export type AgendaItem = Review['agenda'][number];
export type Decision = Review['decisionsMade'][number];
export type ItemDetail = RouterOutputs['reviews']['item'];
export type ActionDetail = RouterOutputs['actions']['get'];
export type DecideInput = RouterInputs['reviews']['decide'];
export type ItemWritten = RouterOutputs['reviews']['record'];

/** Reviews that one page of the list brings. */
const REVIEWS_A_PAGE = 30;

/** The reviews of a plan: those that are open or prepared, then those that are over, the newest first. */
export function reviewListQuery(planId: string) {
  return infiniteQueryOptions({
    queryKey: [...trpc.reviews.list.pathKey(), { pages: { planId } }],
    queryFn: ({ pageParam, signal }) =>
      trpcClient.reviews.list.query(
        { planId, page: { offset: pageParam, limit: REVIEWS_A_PAGE } },
        { signal },
      ),
    initialPageParam: 0,
    getNextPageParam: (last, _pages, offset) =>
      offset + last.reviews.length < last.total ? offset + last.reviews.length : undefined,
  });
}

/**
 * One review with its agenda. Asked for once: from then on what changed is asked for and put in
 * (`useReviewChanges`), because an agenda may be long.
 */
export const reviewQuery = (reviewId: string) =>
  trpc.reviews.get.queryOptions({ reviewId }, { staleTime: 'static' });

/** What the meeting wants to know of one item, of its action and of what was said of it last. */
export function itemQuery(reviewId: string, item: Pick<AgendaItem, 'id' | 'actionVersion'>) {
  const input = { reviewId, itemId: item.id };
  return queryOptions({
    // Another version of the action is another answer, and nothing else is: what is said in the meeting is put in.
    queryKey: [...trpc.reviews.item.pathKey(), { input, version: item.actionVersion }],
    queryFn: ({ signal }) => trpcClient.reviews.item.query(input, { signal }),
    staleTime: 'static',
    placeholderData: (previous) => (previous?.item.id === item.id ? previous : undefined),
  });
}
export const itemActionQuery = (actionId: string) =>
  trpc.actions.get.queryOptions({ actionId }, { staleTime: 60_000 });
export const lastUpdatesQuery = (actionId: string) =>
  trpc.updates.list.queryOptions({ actionId, page: { limit: 1 } }, { staleTime: 60_000 });

/** The writes outside a meeting; whatever shows reviews follows. */
export function useReviewWrites() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: trpc.reviews.pathKey() });
  return {
    prepare: useMutation(trpc.reviews.prepare.mutationOptions({ onSuccess })),
    edit: useMutation(trpc.reviews.edit.mutationOptions({ onSuccess })),
    cancel: useMutation(trpc.reviews.cancel.mutationOptions({ onSuccess })),
    open: useMutation(trpc.reviews.open.mutationOptions({ onSuccess })),
    correct: useMutation(trpc.reviews.correct.mutationOptions({ onSuccess })),
  };
}
