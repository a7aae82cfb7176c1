import { formatDate } from '@gt/contracts/words';
import { Link } from '@tanstack/react-router';
import { RedactedNote } from '../../../components/redacted-note.tsx';
import { paths } from '../../../lib/paths.ts';
import type { Decision, Review } from '../queries.ts';
import classes from '../reviews.module.css';

/** What a meeting decided: who sees to it, by when, and on which action. */
export function DecisionList({ decisions, planId }: { decisions: readonly Decision[]; planId: string }) {
  const made = decisions.filter(({ state, settledNote }) => state !== 'DROPPED' || settledNote !== '');
  if (made.length === 0) return <p className={classes.quiet}>None.</p>;
  return (
    <ol className={classes.decisions}>
      {made.map((decision) => (
        <li key={decision.id}>
          {decision.redactedAt ? <RedactedNote redactedAt={decision.redactedAt} /> : decision.text}{' '}
          <span className={classes.quiet}>
            {decision.ownerPost?.title ?? 'Nobody named'}
            {decision.dueDate ? `, by ${formatDate(decision.dueDate)}` : ''}
            {decision.actionId && decision.actionReference ? (
              <>
                {' · on '}
                <Link to={paths.action} params={{ planId, actionId: decision.actionId }}>
                  {decision.actionReference}
                </Link>
              </>
            ) : null}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The actions that were made in a meeting. */
export function ArisingList({ review }: { review: Review }) {
  const { actionsArising, planId } = review;
  if (actionsArising.length === 0) return <p className={classes.quiet}>None.</p>;
  return (
    <ul className={classes.decisions}>
      {actionsArising.map(({ id, reference, title, owner, dueDate }) => (
        <li key={id}>
          <Link to={paths.action} params={{ planId, actionId: id }}>
            {reference}
          </Link>{' '}
          {title}{' '}
          <span className={classes.quiet}>
            {owner || 'Nobody owns it yet'}
            {dueDate ? `, due ${formatDate(dueDate)}` : ''}
          </span>
        </li>
      ))}
    </ul>
  );
}
