import {
  DELIVERY_STATUSES,
  type DeliveryStatus,
  type IsoDate,
  RAGS,
  type Rag,
  type SnapshotAction,
  type SnapshotContent,
  type SnapshotCounts,
  type SnapshotTotals,
} from '@gt/contracts/words';
import { overdue } from '../action/index.ts';
import { worstRag } from '../rag/index.ts';
import { compareNames } from './compare-names.ts';
import { groupBy } from './group-by.ts';

/**
 * The totals of a snapshot, worked out once, when it is taken. Cancelled actions count only as cancelled; an action
 * without a first date was planned for the date it has.
 * Example: three actions, one closed and one cancelled → actions 2, closed 1, cancelled 1.
 */
export function snapshotTotals(content: SnapshotContent): SnapshotTotals {
  const { asAt, actions: all } = content;
  const live = all.filter(({ status }) => status !== 'CANCELLED');
  const ofRecommendation = groupBy(live, ({ recommendationId }) => recommendationId);
  const serving = groupBy(
    live.flatMap((action) =>
      [...new Set([action.recommendationId, ...(action.alsoServesIds ?? [])])].map((id) => ({
        id,
        rag: action.rag,
      })),
    ),
    ({ id }) => id,
  );
  const plannedBy = (of: (action: SnapshotAction) => IsoDate | null) =>
    live.filter((action) => (of(action) ?? '9999') <= asAt).length;
  return {
    ...countsOf(live, asAt),
    pastOriginal: live.filter((action) => overdue({ ...action, today: asAt }).isPastOriginal).length,
    cancelled: all.length - live.length,
    byStatus: tally<DeliveryStatus>(
      DELIVERY_STATUSES,
      all.map(({ status }) => status),
    ),
    calculatedRag: tally<Rag>(
      RAGS,
      live.map(({ calculatedRag }) => calculatedRag),
    ),
    undated: live.filter(({ dueDate }) => dueDate === null).length,
    plannedByOriginal: plannedBy(firstDate),
    plannedByDue: plannedBy(({ dueDate }) => dueDate),
    months: monthsOf(live),
    recommendations: content.recommendations.map(({ id, reference }) => ({
      id,
      reference,
      ...countsOf(ofRecommendation.get(id) ?? [], asAt),
      colour: worstRag((serving.get(id) ?? []).map(({ rag }) => rag)),
    })),
    teams: teamsOf(live, asAt),
  };
}

/** The date an action was first planned for. */
const firstDate = ({ originalDueDate, dueDate }: SnapshotAction) => originalDueDate ?? dueDate;

function countsOf(actions: readonly SnapshotAction[], asAt: IsoDate): SnapshotCounts {
  return {
    actions: actions.length,
    closed: actions.filter(({ status }) => status === 'CLOSED').length,
    overdue: actions.filter((action) => overdue({ ...action, today: asAt }).isOverdue).length,
    rag: tally<Rag>(
      RAGS,
      actions.map(({ rag }) => rag),
    ),
  };
}

function teamsOf(actions: readonly SnapshotAction[], asAt: IsoDate): SnapshotTotals['teams'] {
  return [...groupBy(actions, ({ teamId }) => teamId)]
    .map(([id, ofTeam]) => ({ id, name: ofTeam[0]?.team ?? null, ...countsOf(ofTeam, asAt) }))
    .sort((one, other) => compareNames(one.name, other.name));
}

function monthsOf(actions: readonly SnapshotAction[]): SnapshotTotals['months'] {
  const months = new Map<string, { original: number; due: number }>();
  const add = (date: IsoDate | null, which: 'original' | 'due') => {
    if (date === null) return;
    const month = date.slice(0, 7);
    const counts = months.get(month) ?? { original: 0, due: 0 };
    counts[which] += 1;
    months.set(month, counts);
  };
  for (const action of actions) {
    add(firstDate(action), 'original');
    add(action.dueDate, 'due');
  }
  return [...months]
    .map(([month, counts]) => ({ month, ...counts }))
    .sort((one, other) => (one.month < other.month ? -1 : 1));
}

function tally<K extends string>(words: readonly K[], found: readonly K[]): Record<K, number> {
  const counts = Object.fromEntries(words.map((word) => [word, 0])) as Record<K, number>;
  for (const word of found) counts[word] += 1;
  return counts;
}
