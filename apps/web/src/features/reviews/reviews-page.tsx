import { SkeletonRows } from '@gt/ui';
import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { ReviewNav } from '../../components/review-nav.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { trpc } from '../../lib/trpc.ts';
import { ComingReview } from './coming-review.tsx';
import { NoReviewYet } from './no-review-yet.tsx';
import { PastReviews } from './past-reviews.tsx';
import { PrepareDialog } from './prepare-dialog.tsx';
import { reviewListQuery } from './queries.ts';
import classes from './reviews.module.css';

/** The meetings of a plan: the one being held, those that come, and those that are on record. */
export function ReviewsPage() {
  const { planId } = useParams({ from: signedIn(paths.reviews) });
  const [isPreparing, setPreparing] = useState(false);
  const navigate = useNavigate();
  const list = useInfiniteQuery(reviewListQuery(planId));
  const { data: next } = useQuery(trpc.plans.nextMeetings.queryOptions({ planId }));
  const pages = list.data?.pages ?? [];
  const reviews = pages.flatMap((page) => page.reviews);
  const coming = reviews.filter(({ state }) => state === 'OPEN' || state === 'PREPARED');
  const past = reviews.filter(({ state }) => state === 'FROZEN' || state === 'CANCELLED');
  // Null: reviews of any scope.
  const teamIds = pages[0] ? pages[0].mayRunFor : [];
  const mayPrepare = teamIds === null || teamIds.length > 0;
  const prepare = () => setPreparing(true);
  return (
    <Page
      title="Reviews"
      actions={
        mayPrepare && reviews.length > 0 ? (
          <Button variant="default" onClick={prepare}>
            Prepare a review
          </Button>
        ) : null
      }
    >
      <div className={classes.nav}>
        <ReviewNav planId={planId} />
      </div>
      {list.isPending ? <SkeletonRows rows={8} label="Loading the reviews" /> : null}
      {list.isError && !list.data ? (
        <ProblemPanel error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {list.isSuccess && reviews.length === 0 ? (
        <NoReviewYet
          planId={planId}
          next={next?.review ?? null}
          onPrepare={mayPrepare ? prepare : undefined}
        />
      ) : null}
      <div className={classes.page}>
        {coming.map((review, index) => (
          <ComingReview
            key={review.id}
            review={review}
            isFirst={index === 0}
            updatesDue={next?.review?.date === review.heldOn ? next.review.updatesDue : null}
            mayRun={teamIds === null || teamIds.includes(review.teamId ?? '')}
          />
        ))}
        {past.length > 0 ? <PastReviews planId={planId} reviews={past} /> : null}
        {list.hasNextPage ? (
          <Button
            variant="default"
            className={classes.more}
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            Show earlier reviews
          </Button>
        ) : null}
      </div>
      {isPreparing ? (
        <PrepareDialog
          planId={planId}
          teamIds={teamIds}
          next={next ?? null}
          onClose={() => setPreparing(false)}
          onPrepared={(reviewId) => void navigate({ to: paths.review, params: { planId, reviewId } })}
        />
      ) : null}
    </Page>
  );
}
