import type { RouterOutputs } from '@gt/api/types';
import { queryClient } from '../../lib/query-client.ts';
import { trpc } from '../../lib/trpc.ts';

export type MyReview = RouterOutputs['reminders']['myReviews']['plans'][number];

/** What each plan's next review wants of the person. */
export const myReviewsQuery = () => trpc.reminders.myReviews.queryOptions();

export type UpdatesWanted = RouterOutputs['reminders']['updatesWanted'];
export type NudgeResult = RouterOutputs['reminders']['nudge']['results'][number];

/** Who has not updated since the last review. */
export const updatesWantedQuery = (planId: string) => trpc.reminders.updatesWanted.queryOptions({ planId });

/** Asks people for word; who was asked today is shown at once. */
export const nudgeMutation = () =>
  trpc.reminders.nudge.mutationOptions({
    onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.reminders.pathKey() }),
  });
