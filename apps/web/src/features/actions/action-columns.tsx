import {
  ACCEPTANCE_LABELS,
  formatShortDate,
  type MeasureMovement,
  PRIORITY_LABELS,
} from '@gt/contracts/words';
import { isOpenStatus } from '@gt/domain/action';
import { tallyWords } from '@gt/domain/evidence';
import { countOf, listWords } from '@gt/domain/wording';
import { DateText, RagBadge, StatusBadge, ThreadMini } from '@gt/ui';
import type { ReactNode } from 'react';
import { JustChanged } from '../../components/just-changed.tsx';
import { holderWords } from '../../lib/holder-words.ts';
import { londonDay } from '../../lib/instants.ts';
import { useToday } from '../../lib/session.ts';
import classes from './actions-table.module.css';
import { agoWords, dueWords } from './due-words.ts';
import type { SortBy } from './list-input.ts';
import type { ActionRow } from './queries.ts';

type CellProps = { row: ActionRow };

/** What fits beside an open action: the rest is in the panel. */
export const BESIDE_PANEL: readonly string[] = ['dueDate', 'rag'];

/** Columns that can be put away, with their names; the tick, reference and title always stay. */
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
  leadPost: 'Accountable lead',
  acceptance: 'Accepted',
  startDate: 'Start',
  originalDueDate: 'Original date',
  milestones: 'Milestones',
  waitsFor: 'Waits for',
  measures: 'Measures',
  supportingTeams: 'Supporting teams',
  reviewMarkedAt: 'For review',
} as const;
export type OptionalColumn = keyof typeof OPTIONAL_COLUMNS;

/** The names of all columns of the grid. */
export const COLUMN_NAMES: Record<string, string> = {
  ...OPTIONAL_COLUMNS,
  reference: 'Ref',
  title: 'Action',
};

/** What the header of a column sorts by; absent where sorting means nothing. */
export const SORT_OF: Record<string, SortBy | undefined> = {
  reference: 'reference',
  title: 'title',
  team: 'team',
  owner: 'owner',
  dueDate: 'dueDate',
  rag: 'rag',
  status: 'status',
  percentComplete: 'percentComplete',
  evidence: 'evidence',
  priority: 'priority',
  lastUpdateAt: 'lastUpdateAt',
  leadPost: 'leadPost',
  acceptance: 'acceptance',
  startDate: 'startDate',
  originalDueDate: 'originalDueDate',
  milestones: 'milestones',
  waitsFor: 'waitsFor',
  measures: 'measures',
  supportingTeams: 'supportingTeams',
  reviewMarkedAt: 'reviewMarkedAt',
};

const none = (words: string) => <span className={classes.none}>{words}</span>;

/** What a reader should know before opening it: late, moved, waiting for others, a date that was asked for. */
function hints(row: ActionRow): string[] {
  const late = row.waitsFor.filter((item) => item.isLate);
  return [
    dueWords(row),
    row.pendingDueDate ? `${formatShortDate(row.pendingDueDate)} asked for` : '',
    late.length > 0
      ? `waits for ${listWords(
          late.map((item) => item.reference),
          2,
        )} (late)`
      : '',
    row.milestones.late > 0 ? `${countOf(row.milestones.late, 'milestone')} late` : '',
  ].filter((words) => words !== '');
}

function Title({ row }: CellProps) {
  const words = hints(row).join(' · ');
  return (
    <>
      <span className={classes.title}>{row.redactedAt ? 'Words destroyed' : row.title}</span>
      {words ? (
        <span className={classes.due} data-late={row.daysOverdue > 0}>
          {words}
        </span>
      ) : null}
      <JustChanged actionId={row.id} />
    </>
  );
}

/** Who answers for it: the person named on the action, else whoever holds the post today. */
function holderOf(post: NonNullable<ActionRow['ownerPost']>, user: ActionRow['ownerUser']): string {
  return holderWords({ title: post.title, holder: user?.name ?? post.holder });
}

function Owner({ row }: CellProps) {
  if (row.ownerPost) {
    return (
      <>
        {row.ownerPost.title}
        <span className={classes.second}>{holderOf(row.ownerPost, row.ownerUser)}</span>
      </>
    );
  }
  return row.ownerUser ? row.ownerUser.name : none('No owner');
}

/** Only what still needs somebody's word stands under the team; the column of its own says the rest. */
function Team({ row }: CellProps) {
  if (!row.team) return none('No team');
  const asks = isOpenStatus(row.status) && (row.acceptance === 'OFFERED' || row.acceptance === 'QUERIED');
  return (
    <>
      {row.team.name}
      {asks ? (
        <span className={classes.second} title={row.acceptanceNote || undefined}>
          {row.acceptance === 'OFFERED' ? 'not accepted' : 'asked back'}
        </span>
      ) : null}
    </>
  );
}

function Rating({ row }: CellProps) {
  return (
    <>
      <RagBadge rag={row.declaredRag} compact weeks={row.weeksAtColour} />
      {row.mismatch ? (
        <span
          className={classes.mismatch}
          data-explained={row.mismatchReason !== ''}
          title={row.mismatchReason || row.calculatedReasons.join('; ')}
        >
          <span className={classes.byRule}>by rule </span>
          <RagBadge rag={row.calculatedRag} compact />
        </span>
      ) : null}
    </>
  );
}

function Updated({ row }: CellProps) {
  const today = useToday();
  const words = agoWords(row.lastUpdateAt, today);
  return row.silent ? <span className={classes.silent}>{words}</span> : words;
}

function date(value: ActionRow['dueDate'], empty: string): ReactNode {
  return value ? <DateText date={value} short /> : none(empty);
}

const MOVES: Record<MeasureMovement, string> = { TOWARDS: '↗', AWAY: '↘', STEADY: '→', NO_FIGURES: '·' };
const MOVE_WORDS: Record<MeasureMovement, string> = {
  TOWARDS: 'towards target',
  AWAY: 'away from target',
  STEADY: 'steady',
  NO_FIGURES: 'too few figures',
};

function Measures({ row }: CellProps) {
  if (row.measures.length === 0) return 'none';
  return row.measures.map(({ id, name, movement }) => (
    <span key={id} className={classes.measure}>
      <span aria-hidden="true">{MOVES[movement]}</span> {name}{' '}
      <span className={classes.second}>{MOVE_WORDS[movement]}</span>
    </span>
  ));
}

function waitsWords(items: ActionRow['waitsFor']): string {
  return items.map(({ reference, isLate }) => (isLate ? `${reference} (late)` : reference)).join(', ') || '–';
}

function milestoneWords({ total, done, late }: ActionRow['milestones']): string {
  if (total === 0) return 'none';
  return `${done} of ${total} done${late > 0 ? `, ${late} late` : ''}`;
}

/** What stands in each column. */
export const CELLS: Record<string, (props: CellProps) => ReactNode> = {
  title: Title,
  thread: ({ row }) => <ThreadMini knots={row.knots} />,
  team: Team,
  owner: Owner,
  dueDate: ({ row }) => date(row.dueDate, 'No date'),
  rag: Rating,
  status: ({ row }) => <StatusBadge status={row.status} compact />,
  percentComplete: ({ row }) => `${row.percentComplete}%`,
  evidence: ({ row }) => tallyWords(row.evidence).toLowerCase(),
  priority: ({ row }) => PRIORITY_LABELS[row.priority],
  lastUpdateAt: Updated,
  leadPost: ({ row }) => (row.leadPost ? row.leadPost.title : none('No lead')),
  acceptance: ({ row }) => ACCEPTANCE_LABELS[row.acceptance],
  startDate: ({ row }) => date(row.startDate, 'No date'),
  originalDueDate: ({ row }) => date(row.originalDueDate, 'No date'),
  milestones: ({ row }) => milestoneWords(row.milestones),
  waitsFor: ({ row }) => waitsWords(row.waitsFor),
  measures: Measures,
  supportingTeams: ({ row }) => listWords(row.supportingTeams.map((team) => team.name)) || 'none',
  reviewMarkedAt: ({ row }) =>
    row.reviewMarkedAt ? `since ${formatShortDate(londonDay(row.reviewMarkedAt))}` : '–',
};
