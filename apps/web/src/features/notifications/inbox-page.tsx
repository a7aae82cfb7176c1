import { EmptyState, SkeletonRows } from '@gt/ui';
import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { toast } from '../../components/toast.tsx';
import { dayInWords, londonDay } from '../../lib/instants.ts';
import { paths, signedIn } from '../../lib/paths.ts';
import { problemOf } from '../../lib/problem.ts';
import { useToday } from '../../lib/session.ts';
import classes from './inbox.module.css';
import { InboxLine } from './inbox-line.tsx';
import { type InboxFilter, type InboxRow, inboxQuery, unreadQuery, useInboxWrites } from './queries.ts';

const FILTERS = [
  {
    show: undefined,
    filter: 'ALL',
    label: 'Everything',
    empty:
      'Nothing yet. What concerns you will come here: actions given to you, comments that name you, answers to what you asked.',
  },
  { show: 'unread', filter: 'UNREAD', label: 'Not read', empty: 'You have read everything.' },
  {
    show: 'mentions',
    filter: 'MENTIONS',
    label: 'Naming me',
    empty: 'Nobody has named you in a comment yet.',
  },
] as const satisfies readonly {
  show: string | undefined;
  filter: InboxFilter;
  label: string;
  empty: string;
}[];

/** What the person should know, newest first, by day. */
export function InboxPage() {
  const { show } = useSearch({ from: signedIn(paths.inbox) });
  const chosen = FILTERS.find((item) => item.show === show) ?? FILTERS[0];
  const found = useInfiniteQuery(inboxQuery(chosen.filter));
  const unread = useQuery(unreadQuery()).data?.unread ?? 0;
  const { markAllRead } = useInboxWrites();
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? [];
  const onAll = () =>
    markAllRead.mutate(undefined, {
      onSuccess: () => toast('Everything is marked as read.'),
      onError: (error) => toast(problemOf(error).message),
    });
  return (
    <Page
      title="Inbox"
      lead={unread === 0 ? 'Nothing waits to be read' : `${unread > 99 ? 'More than 99' : unread} not read`}
      actions={
        unread > 0 ? (
          <Button variant="default" loading={markAllRead.isPending} onClick={onAll}>
            Mark all as read
          </Button>
        ) : undefined
      }
    >
      <nav aria-label="Show" className={classes.filters}>
        {FILTERS.map((item) => (
          <Link
            key={item.filter}
            to={paths.inbox}
            search={{ show: item.show }}
            className={classes.filter}
            data-chosen={item.filter === chosen.filter}
            aria-current={item.filter === chosen.filter ? 'true' : undefined}
            // The link's own mark goes by the address alone, which says nothing where nothing is chosen.
            activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
          >
            {item.label}
          </Link>
        ))}
      </nav>
      {found.isPending ? <SkeletonRows rows={6} label="Loading your inbox" /> : null}
      {found.isError ? <ProblemPanel error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.isSuccess && rows.length === 0 ? <EmptyState sentence={chosen.empty} /> : null}
      <Days rows={rows} />
      {found.hasNextPage ? (
        <Button
          variant="default"
          mt="md"
          loading={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          Show earlier
        </Button>
      ) : null}
    </Page>
  );
}

function Days({ rows }: { rows: readonly InboxRow[] }) {
  const today = useToday();
  const days = Map.groupBy(rows, (row) => londonDay(row.createdAt));
  return [...days].map(([day, lines]) => (
    <section key={day} aria-label={dayInWords(day)}>
      <h2 className={classes.day}>{day === today ? 'Today' : dayInWords(`${day}T12:00:00Z`)}</h2>
      <ul className={classes.lines}>
        {lines.map((row) => (
          <InboxLine key={row.id} row={row} />
        ))}
      </ul>
    </section>
  ));
}
