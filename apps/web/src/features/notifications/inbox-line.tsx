import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { timeInWords } from '../../lib/instants.ts';
import { paths } from '../../lib/paths.ts';
import classes from './inbox.module.css';
import { INBOX_TABS, INBOX_WORDS } from './inbox-words.ts';
import { type InboxRow, useInboxWrites } from './queries.ts';

/** One line: who did what to which action. Opening it marks it as read. */
export function InboxLine({ row }: { row: InboxRow }) {
  const { markRead } = useInboxWrites();
  const { id, kind, planId, planName, actionId, reference, title, actorName, createdAt, readAt } = row;
  const isUnread = readAt === null;
  const read = () => {
    if (isUnread) markRead.mutate({ notificationIds: [id] });
  };
  return (
    <li className={classes.line} data-unread={isUnread}>
      <p className={classes.what}>
        {isUnread ? <span className="gt-visually-hidden">Not read: </span> : null}
        <strong>{actorName}</strong> {INBOX_WORDS[kind]}
        <span className={classes.at}> {timeInWords(createdAt)}</span>
      </p>
      {actionId && reference ? (
        <Link
          to={paths.action}
          params={{ planId, actionId }}
          hash={INBOX_TABS[kind]}
          className={classes.link}
          onClick={read}
        >
          {reference} {title}
        </Link>
      ) : (
        <Link to={paths.planActions} params={{ planId }} className={classes.link} onClick={read}>
          {planName}
        </Link>
      )}
      <p className={classes.at}>{actionId ? planName : ''}</p>
      {isUnread ? (
        <Button
          size="compact-xs"
          variant="subtle"
          className={classes.read}
          loading={markRead.isPending}
          onClick={read}
        >
          Mark as read
          <span className="gt-visually-hidden">
            : {actorName} {INBOX_WORDS[kind]} {reference}
          </span>
        </Button>
      ) : null}
    </li>
  );
}
