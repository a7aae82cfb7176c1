import { SkeletonRows } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Suspense } from 'react';
import { lazyPart } from '../../components/lazy-part.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { useReviewChanges } from './meeting/use-review-changes.ts';
import { type Review, reviewQuery } from './queries.ts';

/** Each comes over the network when a review is in that state: the list of reviews needs none of them. */
const MeetingMode = lazyPart(async () => (await import('./meeting/meeting-mode.tsx')).MeetingMode);
const PreparedReview = lazyPart(async () => (await import('./prepared/prepared-review.tsx')).PreparedReview);
const ReviewRecord = lazyPart(async () => (await import('./record/review-record.tsx')).ReviewRecord);

/** One review: prepared, being held, or on record. */
export function ReviewPage() {
  const { planId, reviewId } = useParams({ from: signedIn(paths.review) });
  const { data, error, refetch } = useQuery(reviewQuery(reviewId));
  if (error && !data) {
    return (
      <Page title="Review">
        <ProblemPanel error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (!data) {
    return (
      <Page title="Review">
        <SkeletonRows rows={8} label="Loading the review" />
      </Page>
    );
  }
  return <InStep key={reviewId} planId={planId} review={data} />;
}

/** Whatever its state, what others change shows here at once: a review that is opened or frozen turns into the next. */
function InStep({ planId, review }: { planId: string; review: Review }) {
  const { isConnected, pull } = useReviewChanges(review.id, planId);
  return (
    <Suspense fallback={<SkeletonRows rows={8} label="Loading the review" />}>
      {review.state === 'OPEN' ? (
        <MeetingMode review={review} isConnected={isConnected} pull={pull} />
      ) : review.state === 'PREPARED' ? (
        <PreparedReview review={review} />
      ) : (
        <ReviewRecord review={review} />
      )}
    </Suspense>
  );
}
