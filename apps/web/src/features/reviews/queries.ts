import type { RouterInputs, RouterOutputs } from '@gt/api/types';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../../lib/trpc.ts';

export type ReviewRow = RouterOutputs['reviews']['list']['reviews'][number];
export type Review = RouterOutputs['reviews']['get'];
export type ReviewHead = Omit<Review, 'agenda'>;
export type ReviewChanges = RouterOutputs['reviews']['changes'];
export type AgendaItem = Review['agenda'][number];
export type Decision = Review['decisionsMade'][number];
export type Attendee = Review['attendances'][number];
export type ItemDetail = RouterOutputs['reviews']['item'];
export type ActionDetail = RouterOutputs['actions']['get'];
export type RecordInput = RouterInputs['reviews']['record'];
export type SaveItemInput = RouterInputs['reviews']['saveItem'];
export type DecideInput = RouterInputs['reviews']['decide'];
export type SettleInput = RouterInputs['reviews']['settleDecision'];
export type ItemWritten = RouterOutputs['reviews']['record'];

/** Reviews of one page of the list. */
export const REVIEWS_A_PAGE = 30;

export const reviewListQuery = (planId: string, offset = 0) =>
  trpc.reviews.list.queryOptions(
    { planId, page: { offset, limit: REVIEWS_A_PAGE } },
    { placeholderData: (previous) => previous },
  );

/**
 * One review with its agenda. Asked for once: from then on what changed is asked for and put in
 * (`useReviewChanges`), because an agenda may be long.
 */
export const reviewQuery = (reviewId: string) =>
  trpc.reviews.get.queryOptions({ reviewId }, { staleTime: 'static' });

/** What the meeting wants to know of one item, of its action and of what was said of it last. */
export const itemQuery = (reviewId: string, itemId: string) =>
  trpc.reviews.item.queryOptions({ reviewId, itemId }, { staleTime: 60_000 });
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
