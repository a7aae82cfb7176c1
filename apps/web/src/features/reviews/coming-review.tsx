import { formatDate, MEETING_KIND_LABELS } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { dayWords } from '@gt/domain/review';
import { countOf } from '@gt/domain/wording';
import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { timeInWords } from '../../lib/instants.ts';
import { paths } from '../../lib/paths.ts';
import { problemOf } from '../../lib/problem.ts';
import { useUser } from '../../lib/session.ts';
import { EditReviewDialog } from './edit-review-dialog.tsx';
import { NotHeldDialog } from './not-held-dialog.tsx';
import { type ReviewRow, useReviewWrites } from './queries.ts';
import { reviewName } from './review-words.ts';
import classes from './reviews.module.css';

type ComingReviewProps = {
  review: ReviewRow;
  /** The one that matters next stands large. */
  isFirst: boolean;
  /** By when updates are wanted for it; null when it is not of the plan's rhythm. */
  updatesDue: { date: string; time: string } | null;
  mayRun: boolean;
  /** On the page of the review itself there is no way to itself. */
  isAlone?: boolean;
};

/** A review that is prepared or being held: when, what for, and the ways into it. */
export function ComingReview({ review, isFirst, updatesDue, mayRun, isAlone = false }: ComingReviewProps) {
  const { roles } = useUser();
  const { planId, id: reviewId } = review;
  const isOpen = review.state === 'OPEN';
  const Heading = isFirst ? 'h2' : 'h3';
  return (
    <section className={classes.coming} data-first={isFirst || undefined} data-open={isOpen || undefined}>
      <div className={classes.comingWords}>
        <p className={classes.kind}>
          {isOpen ? 'Being held now' : isFirst ? 'Next' : 'Prepared'} · {reviewName(review)} · {review.scope}
        </p>
        <Heading className={classes.day}>
          {dayWords(review.heldOn)}, {review.startTime}
        </Heading>
        <p className={classes.facts}>
          {review.moved ? <span>{capital(review.moved)}</span> : null}
          {isOpen && review.openedAt ? (
            <span>
              Since {timeInWords(review.openedAt)},{' '}
              {review.chair ? `chaired by ${review.chair.name}` : 'nobody chairs'}
            </span>
          ) : null}
          {isOpen ? (
            <span>
              {review.itemsDone + review.itemsParked} of {countOf(review.items, 'item')} dealt with
            </span>
          ) : null}
          <span>{review.minutesPlanned} minutes</span>
          {updatesDue && !isOpen ? (
            <span>
              Updates wanted by {formatDate(updatesDue.date)}, {updatesDue.time}
            </span>
          ) : null}
          {review.meeting === 'BOARD' ? <span>{MEETING_KIND_LABELS.BOARD}</span> : null}
        </p>
      </div>
      <div className={`${classes.ways} gt-screen-only`}>
        {isOpen ? (
          <Button renderRoot={(props) => <Link {...props} to={paths.review} params={{ planId, reviewId }} />}>
            Join the meeting
          </Button>
        ) : (
          <PreparedWays review={review} mayRun={mayRun} isAlone={isAlone} />
        )}
        {holds(roles, 'update.nudge') && !isOpen ? <UpdatesWantedLink planId={planId} /> : null}
      </div>
    </section>
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

type WaysProps = { review: ReviewRow; mayRun: boolean; isAlone: boolean };

function PreparedWays({ review, mayRun, isAlone }: WaysProps) {
  const [dialog, setDialog] = useState<'edit' | 'cancel' | null>(null);
  const navigate = useNavigate();
  const { open } = useReviewWrites();
  const { planId, id: reviewId, version } = review;
  const begin = () =>
    open
      .mutateAsync({ reviewId, version })
      .then(() => navigate({ to: paths.review, params: { planId, reviewId } }))
      .catch((error: unknown) => toast(problemOf(error).message));
  return (
    <>
      {mayRun ? (
        <Button loading={open.isPending} onClick={() => void begin()}>
          Open the review
        </Button>
      ) : null}
      {isAlone ? null : (
        <Button
          variant="default"
          renderRoot={(props) => <Link {...props} to={paths.review} params={{ planId, reviewId }} />}
        >
          See the agenda
        </Button>
      )}
      {mayRun ? (
        <>
          <Button variant="default" onClick={() => setDialog('edit')}>
            Change day and time
          </Button>
          <Button variant="subtle" onClick={() => setDialog('cancel')}>
            Not held
          </Button>
        </>
      ) : null}
      {dialog === 'edit' ? <EditReviewDialog review={review} onClose={() => setDialog(null)} /> : null}
      <NotHeldDialog review={review} opened={dialog === 'cancel'} onClose={() => setDialog(null)} />
    </>
  );
}

/** Who has not updated yet, before the review asks them. */
function UpdatesWantedLink({ planId }: { planId: string }) {
  return (
    <Link to={paths.updatesWanted} params={{ planId }} className={classes.link}>
      Who has not updated
    </Link>
  );
}
