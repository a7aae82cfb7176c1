import { Button } from '@mantine/core';
import { timeInWords } from '../../lib/instants.ts';
import classes from './inbox.module.css';
import { InboxTarget } from './inbox-target.tsx';
import { INBOX_WORDS } from './inbox-words.ts';
import { type InboxRow, useInboxWrites } from './queries.ts';

/** One line: who did what to which action. Opening it marks it as read. */
export function InboxLine({ row }: { row: InboxRow }) {
  const { markRead } = useInboxWrites();
  const { id, kind, planName, actionId, reference, actorName, createdAt, readAt } = row;
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
      <InboxTarget row={row} onOpen={read} />
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
