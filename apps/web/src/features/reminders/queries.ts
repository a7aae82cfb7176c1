import type { RouterOutputs } from '@gt/api/types';
import { trpc } from '../../lib/trpc.ts';

export type MyReview = RouterOutputs['reminders']['myReviews']['plans'][number];

/** What each plan's next review wants of the person. */
export const myReviewsQuery = () => trpc.reminders.myReviews.queryOptions();
