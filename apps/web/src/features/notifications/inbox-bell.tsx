import { IconInbox } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import classes from './inbox.module.css';
import { bellWords } from './inbox-words.ts';
import { unreadQuery } from './queries.ts';

/** The way to the inbox, with how much waits there. */
export function InboxBell() {
  const { data } = useQuery(unreadQuery());
  const unread = data?.unread;
  return (
    <Link to={paths.inbox} className={classes.bell} aria-label={bellWords(unread)}>
      <IconInbox size={20} aria-hidden="true" />
      {unread ? (
        <span className={classes.count} aria-hidden="true">
          {unread > 99 ? '99+' : unread}
        </span>
      ) : null}
    </Link>
  );
}
