import { type IsoDate, type MovedBy, THREAD_BREAKS, type ThreadBreak } from '@gt/contracts/words';
import { addDays, daysBetween } from '../calendar/index.ts';
import { groupBy } from '../snapshot/index.ts';
import { type Figure, figureOf, LIVE, OPEN } from './figure.ts';
import type { EarlierPosition, PositionAction, PositionFacts } from './position-facts.ts';
import { previousOf, type RecommendationStanding, standingsOf } from './recommendation-standing.ts';
import { breaksAt } from './thread-breaks.ts';
import { UPCOMING_DAYS, type Upcoming, upcomingOf } from './upcoming.ts';

export type TeamPosition = {
  /** Null: actions without a team. */
  id: string | null;
  name: string | null;
  open: Figure;
  overdue: Figure;
  red: Figure;
  amber: Figure;
  silent: Figure;
  /** Given to it, and not yet taken on. */
  notTakenOn: Figure;
  returned: Figure;
  /** Of those that owe words, the ones that are not silent. */
  inTime: Figure;
};

export type Slip = {
  actionId: string;
  reference: string;
  days: number;
  timesMoved: number;
  movedBy: MovedBy | null;
  originalDueDate: IsoDate;
  dueDate: IsoDate;
};

export type Slips = {
  moved: Figure;
  movedTwice: Figure;
  byLead: Figure;
  byBoard: Figure;
  pastOriginal: Figure;
  /** Of those whose date is later than the first: the middle one and the most, in days; 0 when none is. */
  later: number;
  middleDays: number;
  mostDays: number;
  /** The five that moved furthest. */
  worst: Slip[];
};

export type Break = { at: ThreadBreak; references: string[]; ids: string[]; actions: Figure | null };

export type Position = {
  asAt: IsoDate;
  isFull: boolean;
  previous: EarlierPosition | null;
  recommendations: RecommendationStanding[];
  totals: Record<TotalKey, Figure>;
  breaks: Break[];
  slips: Slips;
  teams: TeamPosition[];
  upcoming: Upcoming[];
  due: { days: number; due: Figure; milestones: Figure }[];
};

const TOTALS = {
  actions: { statuses: LIVE },
  open: { statuses: OPEN },
  closed: { statuses: ['CLOSED'] },
  cancelled: { statuses: ['CANCELLED'] },
  overdue: { due: 'OVERDUE' },
  pastOriginal: { pastOriginal: true },
  dueIn14Days: { due: 'DUE_14' },
  withoutEvidence: { evidence: 'NONE' },
  silent: { silent: true },
  mismatch: { mismatch: 'ANY' },
  red: { rags: ['RED'] },
  amber: { rags: ['AMBER'] },
  green: { rags: ['GREEN'] },
  unrated: { rags: ['NONE'], statuses: LIVE },
  dateAsked: { pendingDueDate: true },
} as const satisfies Record<string, Readonly<Record<string, unknown>>>;
export type TotalKey = keyof typeof TOTALS;

/**
 * The whole position of a plan on one day, from its facts: the same counting whether they are of today or of a
 * snapshot. Every figure says by which filter its list shows exactly what it counts.
 * Source: one page, exceptions first: what moved, what is stuck, what must be decided.
 */
export function positionOf(facts: PositionFacts): Position {
  const { actions, asAt, isFull } = facts;
  const keys = Object.keys(TOTALS) as TotalKey[];
  const total = (key: TotalKey) => figureOf(key, actions, { ...TOTALS[key] } as Figure['filter'], facts);
  return {
    asAt,
    isFull,
    previous: previousOf(facts.earlier),
    recommendations: standingsOf(facts),
    totals: Object.fromEntries(keys.map((key) => [key, total(key)])) as Record<TotalKey, Figure>,
    breaks: breaksOf(facts),
    slips: slipsOf(facts),
    teams: teamsOf(facts),
    upcoming: upcomingOf(facts),
    due: UPCOMING_DAYS.map((days) => {
      const span = { from: asAt, to: addDays(asAt, days) };
      return {
        days,
        due: figureOf(`due:${days}`, actions, { due: span, statuses: OPEN }, facts),
        milestones: figureOf(`milestones:${days}`, actions, { milestoneDue: span }, facts),
      };
    }),
  };
}

/** The figure of a position by its key, wherever it stands; null when there is none of that name. */
export function findFigure(position: Position, key: string): Figure | null {
  const { slips, totals } = position;
  const found = [
    ...Object.values(totals),
    ...position.due.flatMap(({ due, milestones }) => [due, milestones]),
    ...position.breaks.flatMap(({ actions }) => actions ?? []),
    ...[slips.moved, slips.movedTwice, slips.byLead, slips.byBoard, slips.pastOriginal],
    ...position.teams.flatMap(({ id: _id, name: _name, ...figures }) => Object.values(figures)),
    ...position.recommendations.flatMap(({ counts, actions, closed, overdue }) => [
      ...counts.map(({ figure }) => figure),
      ...[actions, closed, overdue],
    ]),
  ];
  return found.find((figure) => figure.key === key) ?? null;
}

function breaksOf(facts: PositionFacts): Break[] {
  const { actions } = facts;
  return THREAD_BREAKS.map((at) => {
    const found = facts.recommendations.filter(({ gaps }) => breaksAt(gaps, at));
    return {
      at,
      references: found.map(({ reference }) => reference),
      ids: found.map(({ id }) => id),
      actions:
        at === 'NO_OWNER'
          ? figureOf('break:NO_OWNER', actions, { noOwner: true, statuses: OPEN }, facts)
          : at === 'NO_EVIDENCE'
            ? figureOf('break:NO_EVIDENCE', actions, { evidence: 'NONE' }, facts)
            : at === 'NOT_VERIFIED'
              ? figureOf('break:RETURNED', actions, { evidence: 'RETURNED', statuses: LIVE }, facts)
              : null,
    };
  });
}

const WORST = 5;

function slipsOf(facts: PositionFacts): Slips {
  const { actions } = facts;
  const of = (name: string, filter: Figure['filter']) =>
    figureOf(`slips:${name}`, actions, { ...filter, statuses: LIVE }, facts);
  // Actions come in order of reference, and so do slips that are equal.
  const slips = actions
    .flatMap(slipOf)
    .sort((one, other) => other.days - one.days || other.timesMoved - one.timesMoved);
  return {
    moved: of('moved', { movedAtLeast: 1 }),
    movedTwice: of('movedTwice', { movedAtLeast: 2 }),
    byLead: of('byLead', { movedBy: 'LEAD' }),
    byBoard: of('byBoard', { movedBy: 'BOARD' }),
    pastOriginal: figureOf('slips:pastOriginal', actions, { pastOriginal: true }, facts),
    later: slips.length,
    middleDays: slips[Math.floor((slips.length - 1) / 2)]?.days ?? 0,
    mostDays: slips[0]?.days ?? 0,
    worst: slips.slice(0, WORST),
  };
}

function slipOf(action: PositionAction): Slip[] {
  const { id, reference, status, timesMoved, movedBy, originalDueDate, dueDate } = action;
  if (status === 'CANCELLED' || timesMoved === 0 || originalDueDate === null || dueDate === null) return [];
  const days = daysBetween(originalDueDate, dueDate);
  if (days <= 0) return [];
  return [{ actionId: id, reference, days, timesMoved, movedBy, originalDueDate, dueDate }];
}

/** Teams that have open work, the most of it first: load, not blame. */
function teamsOf(facts: PositionFacts): TeamPosition[] {
  const names = new Map(facts.teams.map(({ id, name }) => [id, name]));
  const open = facts.actions.filter(({ status }) => OPEN.includes(status));
  return [...groupBy(open, ({ teamId }) => teamId)]
    .map(([id, ofTeam]) => teamOf(id, id === null ? null : (names.get(id) ?? ''), ofTeam, facts))
    .sort(
      (a, b) =>
        (b.open.value ?? 0) - (a.open.value ?? 0) || ((a.name ?? '\uffff') < (b.name ?? '\uffff') ? -1 : 1),
    );
}

function teamOf(
  id: string | null,
  name: string | null,
  open: readonly PositionAction[],
  counting: PositionFacts,
): TeamPosition {
  const whose = id === null ? { noTeam: true as const } : { teamIds: [id] };
  const of = (key: string, filter: Figure['filter']) =>
    figureOf(`team:${id ?? 'none'}:${key}`, open, { ...whose, ...filter }, counting);
  return {
    id,
    name,
    open: of('open', { statuses: OPEN }),
    overdue: of('overdue', { due: 'OVERDUE' }),
    red: of('red', { rags: ['RED'] }),
    amber: of('amber', { rags: ['AMBER'] }),
    silent: of('silent', { silent: true }),
    notTakenOn: of('notTakenOn', { acceptances: ['OFFERED', 'QUERIED'], statuses: OPEN }),
    returned: of('returned', { evidence: 'RETURNED', statuses: OPEN }),
    inTime: of('inTime', { updatesInTime: true }),
  };
}
