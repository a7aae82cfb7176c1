import { EmptyState, Panel } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { Page } from '../../../components/page.tsx';
import { ReviewNav } from '../../../components/review-nav.tsx';
import { trpc } from '../../../lib/trpc.ts';
import { AgendaPreview } from '../agenda-preview.tsx';
import { ComingReview } from '../coming-review.tsx';
import type { Review } from '../queries.ts';
import { reviewTitle } from '../review-words.ts';
import classes from '../reviews.module.css';

/** A review before it is opened: when, what it would talk about as things stand, and who is expected. */
export function PreparedReview({ review }: { review: Review }) {
  const { planId, attendances, agenda } = review;
  const { data: next } = useQuery(trpc.plans.nextMeetings.queryOptions({ planId }));
  const due = next?.review?.date === review.heldOn ? next.review.updatesDue : null;
  return (
    <Page title={reviewTitle(review)} lead={review.scope}>
      <div className={classes.nav}>
        <ReviewNav planId={planId} />
      </div>
      <div className={classes.page}>
        <ComingReview review={review} isFirst updatesDue={due} mayRun={review.mayRun} isAlone />
        <div className={classes.columns}>
          <Panel title="On the agenda as things stand" aside="Made afresh when it is opened">
            {agenda.length > 0 ? (
              <AgendaPreview review={review} />
            ) : (
              <EmptyState
                sentence="Nothing would be on the agenda."
                detail="No decision was carried over, and no action is overdue, red or amber, silent, changed or due soon. It can be held all the same."
              />
            )}
          </Panel>
          <Panel title="Expected">
            {attendances.length > 0 ? (
              <ul className={classes.people}>
                {attendances.map(({ id, name, isChair, hasLeft }) => (
                  <li key={id}>
                    {name}
                    {isChair ? ', chair' : ''}
                    {hasLeft ? ': has left; name somebody else in the plan’s settings' : ''}
                  </li>
                ))}
              </ul>
            ) : (
              <p className={classes.quiet}>
                Nobody is named as a member. The plan’s settings say who belongs to it.
              </p>
            )}
          </Panel>
        </div>
      </div>
    </Page>
  );
}
