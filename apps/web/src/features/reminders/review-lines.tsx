import { countOf } from '@gt/domain/wording';
import { useQuery } from '@tanstack/react-query';
import { type MyReview, myReviewsQuery } from './queries.ts';
import classes from './reminders.module.css';

/** When the next review of each of the person's plans is, by when it wants updates, and how many it still wants. */
export function ReviewLines() {
  const { data } = useQuery(myReviewsQuery());
  const plans = data?.plans.filter(({ review, wanted }) => review !== null || wanted > 0) ?? [];
  if (plans.length === 0) return null;
  return (
    <ul className={classes.reviews}>
      {plans.map((plan) => (
        <li key={plan.planId}>
          <strong>{plan.planName}</strong>
          {': '}
          {lineOf(plan)}
        </li>
      ))}
    </ul>
  );
}

/** "review on Wednesday 11 March 2026, 10:00; updates by Tuesday 10 March, 17:00. 3 of 7 actions wait for one." */
function lineOf({ review, wanted, open }: MyReview): string {
  const still =
    wanted === 0
      ? 'All of yours are updated'
      : `${wanted} of ${countOf(open, 'action')} still without an update`;
  return review ? `review on ${review.words}. ${still}.` : `${still}.`;
}
