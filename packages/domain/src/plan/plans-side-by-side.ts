import { type IsoDate, RAGS, type Rag } from '@gt/contracts/words';
import { countOf, listWords } from '../wording/index.ts';
import type { PlanOrder } from './plan-orders.ts';

/** The figures of a plan that stand in a row beside those of other plans. Cancelled actions are left out of account. */
export type PlanFigures = {
  actions: number;
  closed: number;
  overdue: number;
  rag: Record<Rag, number>;
  /** What breaks the thread of an action. */
  noOwner: number;
  noEvidence: number;
  silent: number;
  recommendations: number;
  /** Recommendations without an action that stands under them or answers them as well. */
  noAction: number;
  /** Recommendations with accepted evidence of a difference for children. */
  shown: number;
  /** Recommendations that are closed. */
  closedRecommendations: number;
};

const COUNTS = [
  'actions',
  'closed',
  'overdue',
  'noOwner',
  'noEvidence',
  'silent',
  'recommendations',
  'noAction',
  'shown',
  'closedRecommendations',
] as const;

/**
 * The figures of all plans together. An action that answers recommendations of several plans stands in one, so it is
 * counted once; see `standingHere`.
 */
export function figuresTogether(plans: readonly PlanFigures[]): PlanFigures {
  const sum = (of: (plan: PlanFigures) => number) => plans.reduce((total, plan) => total + of(plan), 0);
  const counts = Object.fromEntries(COUNTS.map((name) => [name, sum((plan) => plan[name])]));
  const rag = Object.fromEntries(RAGS.map((colour) => [colour, sum((plan) => plan.rag[colour])]));
  return { ...counts, rag } as PlanFigures;
}

/** How often the thread breaks: no action, no owner, no evidence, no word for too long. */
export function threadBreaks(figures: PlanFigures): number {
  return figures.noAction + figures.noOwner + figures.noEvidence + figures.silent;
}

export type EarlierFigures = Pick<PlanFigures, 'closed' | 'overdue' | 'rag'> & { asAt: IsoDate };

/**
 * What moved since the newest snapshot, in words.
 * Example: "3 more closed, 1 fewer overdue"; "nothing moved".
 */
export function movedSince(now: PlanFigures, then: EarlierFigures): string {
  const parts = [
    step(now.closed - then.closed, 'closed'),
    step(now.overdue - then.overdue, 'overdue'),
    step(now.rag.RED - then.rag.RED, 'off track'),
    step(now.rag.AMBER - then.rag.AMBER, 'at risk'),
  ].filter((words) => words !== '');
  return parts.length === 0 ? 'nothing moved' : listWords(parts);
}

function step(by: number, what: string): string {
  if (by === 0) return '';
  return `${Math.abs(by)} ${by > 0 ? 'more' : 'fewer'} ${what}`;
}

type Ordered = {
  name: string;
  createdAt: string;
  figures: PlanFigures;
  /** When the clock that matters next runs out; null when none runs. */
  clockDue: IsoDate | null;
};

/** Worst first: most overdue, then most off track, then most at risk. Ties stay in the order of names. */
export function orderPlans<T extends Ordered>(plans: readonly T[], order: PlanOrder): T[] {
  const byName = (one: T, other: T) => (one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1);
  const named = plans.toSorted(byName);
  if (order === 'name') return named;
  if (order === 'newest') return named.toSorted((one, other) => (one.createdAt > other.createdAt ? -1 : 1));
  if (order === 'clock') {
    return named.toSorted((one, other) => compare(one.clockDue ?? '9999', other.clockDue ?? '9999'));
  }
  const badness = ({ figures }: T) => [figures.overdue, figures.rag.RED, figures.rag.AMBER];
  return named.toSorted((one, other) => {
    const theirs = badness(other);
    const found = badness(one).findIndex((value, index) => value !== theirs[index]);
    return found < 0 ? 0 : (theirs[found] ?? 0) - (badness(one)[found] ?? 0);
  });
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** "5 plans, 214 actions". */
export function plansWords(plans: number, { actions }: PlanFigures): string {
  return `${countOf(plans, 'plan')}, ${countOf(actions, 'action')}`;
}
