import { formatDate } from '@gt/contracts/words';
import { DataTable, Panel } from '@gt/ui';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import type { ReviewRow } from './queries.ts';
import { reviewName } from './review-words.ts';
import classes from './reviews.module.css';

/** The reviews that are over, the newest first, each with its record, what moved since, and its minutes. */
export function PastReviews({ planId, reviews }: { planId: string; reviews: readonly ReviewRow[] }) {
  return (
    <Panel title="On record">
      <DataTable caption="Reviews that are over" cards>
        <thead>
          <tr>
            <th scope="col">Review</th>
            <th scope="col">Held on</th>
            <th scope="col">About</th>
            <th scope="col">Chair</th>
            <th scope="col">Dealt with</th>
            <th scope="col">Decisions</th>
            <th scope="col">Papers</th>
          </tr>
        </thead>
        <tbody>
          {reviews.map((review) => (
            <tr key={review.id}>
              <td data-label="Review">
                <Link to={paths.review} params={{ planId, reviewId: review.id }}>
                  {reviewName(review)}
                </Link>
              </td>
              <td data-label="Held on">{formatDate(review.heldOn)}</td>
              <td data-label="About">{review.scope}</td>
              {review.state === 'CANCELLED' ? (
                <td data-label="Not held" colSpan={4}>
                  Not held: {review.cancelledReason}
                </td>
              ) : (
                <>
                  <td data-label="Chair">{review.chair?.name ?? 'Nobody'}</td>
                  <td data-label="Dealt with">
                    {review.itemsDone} of {review.items}
                    {review.itemsParked > 0 ? `, ${review.itemsParked} parked` : ''}
                  </td>
                  <td data-label="Decisions">{review.decisions}</td>
                  <td data-label="Papers">
                    <span className={classes.papers}>
                      {review.minutesReportId ? (
                        <Link to={paths.report} params={{ planId, reportId: review.minutesReportId }}>
                          Minutes<span className="gt-visually-hidden"> of {reviewName(review)}</span>
                        </Link>
                      ) : null}
                      {review.snapshotId ? (
                        <Link to={paths.movement} params={{ planId }}>
                          Movement<span className="gt-visually-hidden"> at {reviewName(review)}</span>
                        </Link>
                      ) : null}
                    </span>
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Panel>
  );
}
