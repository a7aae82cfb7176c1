import { PRIORITY_LABELS } from '@gt/contracts/words';
import { DateText, RagBadge, StatusBadge, ThreadMini } from '@gt/ui';
import { columnVisibilityFeature, createColumnHelper, tableFeatures } from '@tanstack/react-table';
import { holderWords } from '../../lib/holder-words.ts';
import { useToday } from '../../lib/session.ts';
import classes from './actions-table.module.css';
import { agoWords, dueWords } from './due-words.ts';
import type { SortBy } from './list-input.ts';
import type { ActionRow } from './queries.ts';

export const features = tableFeatures({ columnVisibilityFeature });
const helper = createColumnHelper<typeof features, ActionRow>();

/** What fits beside an open action: the rest is in the panel. */
export const BESIDE_PANEL = {
  thread: false,
  team: false,
  owner: false,
  status: false,
  percentComplete: false,
  evidence: false,
  priority: false,
  lastUpdateAt: false,
};

/** Columns that can be put away, with their names; reference and title always stay. */
export const OPTIONAL_COLUMNS = {
  thread: 'Thread',
  team: 'Team',
  owner: 'Owner (post)',
  dueDate: 'Due',
  rag: 'RAG',
  status: 'Status',
  percentComplete: 'Percent',
  evidence: 'Evidence',
  priority: 'Priority',
  lastUpdateAt: 'Updated',
} as const;

/** The column that a header sorts by; absent where sorting means nothing. */
export const SORT_OF: Record<string, SortBy | undefined> = {
  reference: 'reference',
  title: 'title',
  team: 'team',
  owner: 'owner',
  dueDate: 'dueDate',
  rag: 'rag',
  status: 'status',
  percentComplete: 'percentComplete',
  priority: 'priority',
  lastUpdateAt: 'lastUpdateAt',
};

function Title({ row }: { row: ActionRow }) {
  const words = dueWords(row);
  return (
    <>
      <span className={classes.title}>{row.redactedAt ? 'Words destroyed' : row.title}</span>
      {words ? (
        <span className={classes.due} data-late={row.daysOverdue > 0}>
          {words}
        </span>
      ) : null}
    </>
  );
}

/** Who answers for it: the person named on the action, else whoever holds the post today. */
function holderOf(post: NonNullable<ActionRow['ownerPost']>, user: ActionRow['ownerUser']): string {
  return holderWords({ title: post.title, holder: user?.name ?? post.holder });
}

function Owner({ row }: { row: ActionRow }) {
  if (row.ownerPost) {
    return (
      <>
        {row.ownerPost.title}
        <span className={classes.second}>{holderOf(row.ownerPost, row.ownerUser)}</span>
      </>
    );
  }
  return row.ownerUser ? row.ownerUser.name : <span className={classes.none}>No owner</span>;
}

function Rating({ row }: { row: ActionRow }) {
  return (
    <>
      <RagBadge rag={row.declaredRag} compact weeks={row.weeksAtColour} />
      {row.mismatch ? (
        <span className={classes.mismatch} title={row.calculatedReasons.join('; ')}>
          by rule <RagBadge rag={row.calculatedRag} compact />
        </span>
      ) : null}
    </>
  );
}

function Updated({ row }: { row: ActionRow }) {
  const today = useToday();
  return <span className={row.silent ? classes.silent : undefined}>{agoWords(row.lastUpdateAt, today)}</span>;
}

function evidenceWords({ total, accepted }: ActionRow['evidence']): string {
  return total === 0 ? 'none' : `${accepted} of ${total} accepted`;
}

export const columns = helper.columns([
  helper.accessor('reference', { header: 'Ref' }),
  helper.accessor('title', { header: 'Action', cell: ({ row }) => <Title row={row.original} /> }),
  helper.display({
    id: 'thread',
    header: 'Thread',
    cell: ({ row }) => <ThreadMini knots={row.original.knots} />,
  }),
  helper.display({
    id: 'team',
    header: 'Team',
    cell: ({ row }) => row.original.team?.name ?? <span className={classes.none}>No team</span>,
  }),
  helper.display({
    id: 'owner',
    header: 'Owner (post)',
    cell: ({ row }) => <Owner row={row.original} />,
  }),
  helper.accessor('dueDate', {
    header: 'Due',
    cell: ({ getValue }) => {
      const date = getValue();
      return date ? <DateText date={date} short /> : <span className={classes.none}>No date</span>;
    },
  }),
  helper.display({ id: 'rag', header: 'RAG', cell: ({ row }) => <Rating row={row.original} /> }),
  helper.accessor('status', {
    header: 'Status',
    cell: ({ getValue }) => <StatusBadge status={getValue()} compact />,
  }),
  helper.accessor('percentComplete', { header: 'Percent', cell: ({ getValue }) => `${getValue()}%` }),
  helper.display({
    id: 'evidence',
    header: 'Evidence',
    cell: ({ row }) => evidenceWords(row.original.evidence),
  }),
  helper.accessor('priority', {
    header: 'Priority',
    cell: ({ getValue }) => PRIORITY_LABELS[getValue()],
  }),
  helper.accessor('lastUpdateAt', {
    header: 'Updated',
    cell: ({ row }) => <Updated row={row.original} />,
  }),
]);
