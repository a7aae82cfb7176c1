import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import classes from './inbox.module.css';
import { asksForUpdates, INBOX_TABS, isOfReviews } from './inbox-words.ts';
import type { InboxRow } from './queries.ts';

/** Where a line leads: to what it tells of, or to where what it asks for is done. */
export function InboxTarget({ row, onOpen }: { row: InboxRow; onOpen: () => void }) {
  const { kind, planId, planName, actionId, evidenceId, reference, title } = row;
  const of = { className: classes.link, onClick: onOpen };
  if (row.askId) {
    return (
      <Link to={paths.ask} params={{ planId, askId: row.askId }} {...of}>
        {reference ? `Evidence of ${reference} ${title}` : `Evidence that is asked for in ${planName}`}
      </Link>
    );
  }
  if (row.recommendationId) {
    return (
      <Link to={paths.recommendation} params={{ planId, recommendationId: row.recommendationId }} {...of}>
        The closed recommendation
      </Link>
    );
  }
  if (asksForUpdates(kind)) {
    return (
      <Link to={paths.myUpdates} hash={actionId ?? undefined} {...of}>
        {reference ? `Update ${reference} ${title}` : 'Update all of yours on one page'}
      </Link>
    );
  }
  if (actionId && reference) {
    return (
      <Link to={paths.action} params={{ planId, actionId }} hash={INBOX_TABS[kind]} {...of}>
        {reference} {title}
      </Link>
    );
  }
  if (evidenceId) {
    return (
      <Link to={paths.evidence} params={{ planId }} search={{ open: evidenceId }} {...of}>
        {reference} {title}
      </Link>
    );
  }
  if (kind === 'GATE_NEAR' || kind === 'WINDOW_NEAR') {
    return (
      <Link to={paths.position} params={{ planId }} {...of}>
        The clocks of {planName}
      </Link>
    );
  }
  if (kind === 'ROOM_ASKED') {
    return (
      <Link to={paths.enquiries} params={{ planId }} {...of}>
        Lines of enquiry of {planName}
      </Link>
    );
  }
  if (kind === 'EVIDENCE_RETURNED') {
    return (
      <Link to={paths.evidence} params={{ planId }} search={{ state: 'RETURNED' }} {...of}>
        Returned evidence of {planName}
      </Link>
    );
  }
  return (
    <Link to={isOfReviews(kind) ? paths.reviews : paths.planActions} params={{ planId }} {...of}>
      {planName}
    </Link>
  );
}
