import { ATTENDANCE_LABELS } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { Panel } from '@gt/ui';
import { Link } from '@tanstack/react-router';
import { Page } from '../../../components/page.tsx';
import { RedactedNote } from '../../../components/redacted-note.tsx';
import { ReviewNav } from '../../../components/review-nav.tsx';
import { dayInWords, timeInWords } from '../../../lib/instants.ts';
import { paths } from '../../../lib/paths.ts';
import type { Review } from '../queries.ts';
import { reviewTitle } from '../review-words.ts';
import classes from '../reviews.module.css';
import { Corrections } from './corrections.tsx';
import { MinutesPanel } from './minutes-panel.tsx';
import { RecordedItems } from './recorded-items.tsx';
import { ArisingList, DecisionList } from './review-lists.tsx';

/** A review that is over, as it was: nothing in it changes any more, and what is put right stands beside it. */
export function ReviewRecord({ review }: { review: Review }) {
  const { planId, state } = review;
  return (
    <Page title={reviewTitle(review)} lead={review.scope}>
      <div className={classes.nav}>
        <ReviewNav planId={planId} />
      </div>
      {state === 'CANCELLED' ? (
        <Panel title="Not held">
          <p>{review.cancelledReason}</p>
          <Link to={paths.reviews} params={{ planId }}>
            All reviews
          </Link>
        </Panel>
      ) : (
        <Frozen review={review} />
      )}
    </Page>
  );
}

function Frozen({ review }: { review: Review }) {
  const { frozenAt, frozenBy, items, itemsDone, itemsParked } = review;
  const left = items - itemsDone - itemsParked;
  return (
    <div className={classes.page}>
      <p className={classes.frozen}>
        {frozenAt
          ? `Frozen on ${dayInWords(frozenAt)} at ${timeInWords(frozenAt)} by ${frozenBy?.name ?? 'somebody who has left'}. `
          : ''}
        It stays as it was. {itemsDone} of {countOf(items, 'item')} dealt with
        {itemsParked > 0 ? `, ${itemsParked} parked` : ''}
        {left > 0 ? `, ${left} not reached` : ''}.
      </p>
      {review.redactedAt ? (
        <p className={classes.frozen}>
          <RedactedNote redactedAt={review.redactedAt} />: some words in it were destroyed by two people.
        </p>
      ) : null}
      <div className={classes.columns}>
        <div className={classes.page}>
          {review.summary ? (
            <Panel title="Closing words">
              <p className={classes.words}>{review.summary}</p>
            </Panel>
          ) : null}
          <Panel title="Decisions">
            <DecisionList decisions={review.decisionsMade} planId={review.planId} />
          </Panel>
          <Panel title="Actions arising">
            <ArisingList review={review} />
          </Panel>
          <RecordedItems review={review} />
        </div>
        <div className={classes.page}>
          <MinutesPanel review={review} />
          <Panel title="Who was there">
            <ul className={classes.people}>
              {review.attendances.map(({ id, name, attendance, isChair }) => (
                <li key={id}>
                  {name}
                  {isChair ? ', chair' : ''}: {ATTENDANCE_LABELS[attendance].toLowerCase()}
                </li>
              ))}
            </ul>
          </Panel>
          <Corrections review={review} />
        </div>
      </div>
    </div>
  );
}
