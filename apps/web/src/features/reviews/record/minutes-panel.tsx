import { holds } from '@gt/domain/authz';
import { Panel, ProgressLine } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../lib/paths.ts';
import { useUser } from '../../../lib/session.ts';
import { trpc } from '../../../lib/trpc.ts';
import { Downloads } from '../../reports/public.tsx';
import type { Review } from '../queries.ts';
import { reviewName } from '../review-words.ts';
import classes from '../reviews.module.css';

/** How often a page asks while the minutes are being made, in milliseconds. */
const ASK_EVERY = 1_000;

/** What was made of the review: the minutes, the snapshot it froze, and the review that follows. */
export function MinutesPanel({ review }: { review: Review }) {
  const { planId, minutesReportId, snapshotId } = review;
  const { roles } = useUser();
  const { data: next } = useQuery(trpc.plans.nextMeetings.queryOptions({ planId }));
  return (
    <Panel title="Papers">
      {minutesReportId && holds(roles, 'report.read') ? (
        <Minutes review={review} reportId={minutesReportId} />
      ) : null}
      {snapshotId ? (
        <ul className={classes.people}>
          <li>
            <Link to={paths.movement} params={{ planId }} search={{ to: snapshotId }}>
              What moved up to this review
            </Link>
          </li>
          <li>
            <Link to={paths.snapshot} params={{ planId, snapshotId }}>
              The plan as it stood
            </Link>
          </li>
        </ul>
      ) : null}
      <p className={classes.next}>
        {next?.review ? `The next review is on ${next.review.words}. ` : ''}
        <Link to={paths.reviews} params={{ planId }}>
          All reviews
        </Link>
      </p>
    </Panel>
  );
}

function Minutes({ review, reportId }: { review: Review; reportId: string }) {
  const { data } = useQuery({
    ...trpc.reports.get.queryOptions({ reportId }),
    refetchInterval: ({ state }) => (state.data?.state === 'ISSUING' ? ASK_EVERY : false),
  });
  return (
    <div className={classes.minutes}>
      <Link to={paths.report} params={{ planId: review.planId, reportId }}>
        Read the minutes
      </Link>
      {data?.state === 'ISSUING' ? <ProgressLine label="Making the minutes" share={null} /> : null}
      {data?.state === 'FAILED' ? <p className={classes.quiet}>{data.failure}</p> : null}
      {data && data.files.length > 0 ? (
        <Downloads files={data.files} of={`minutes of ${reviewName(review)}`} />
      ) : null}
    </div>
  );
}
