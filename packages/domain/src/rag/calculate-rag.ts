import { type DeliveryStatus, formatDate, type IsoDate, type Rag } from '@gt/contracts/words';
import { addDays, daysBetween } from '../calendar/index.ts';
import { countOf, timesWords } from '../wording/index.ts';

/** Days and counts at which a rating turns; each plan may set its own. Days are calendar days. */
export type RagThresholds = {
  /** Red when a milestone is late by more than this many days. */
  milestoneLateDays: number;
  /** Amber when due within this many days with a milestone open. */
  dueSoonDays: number;
  /** Amber when nothing has been said for more than this many days. */
  silentDays: number;
  /** Amber when the due date has moved this often, or more. */
  timesMoved: number;
};

export const DEFAULT_RAG_THRESHOLDS: RagThresholds = {
  milestoneLateDays: 14,
  dueSoonDays: 14,
  silentDays: 14,
  timesMoved: 2,
};

export type RagInput = {
  status: DeliveryStatus;
  startDate: IsoDate | null;
  dueDate: IsoDate | null;
  originalDueDate: IsoDate | null;
  /** Moves of the due date; a first date is no move. */
  timesMoved: number;
  /** Day of the last progress update, in Europe/London; null when there is none. */
  lastUpdateOn: IsoDate | null;
  /** Day on which the action was created, in Europe/London. */
  createdOn: IsoDate;
  milestones?: readonly { title: string; dueDate: IsoDate; doneOn: IsoDate | null }[];
  /** Actions that must come first; `isLate` when open and past their current due date. */
  predecessors?: readonly { reference: string; isLate: boolean }[];
  /** Measures it is meant to move; the title is null for those who may not read measures. */
  measures?: readonly { title: string | null; isMovingAway: boolean }[];
};

export type RagReasonCode =
  | 'PAST_DUE'
  | 'MILESTONE_LATE'
  | 'PAST_ORIGINAL_DUE'
  | 'MOVED_OFTEN'
  | 'DUE_SOON_MILESTONE_OPEN'
  | 'SILENT'
  | 'PREDECESSOR_LATE'
  | 'MEASURE_MOVING_AWAY';
export type RagReason = { code: RagReasonCode; rag: 'RED' | 'AMBER'; sentence: string };
export type CalculatedRag = {
  rag: Rag;
  /** Every part of the rule that fired, Red first. Empty for Green, Blue and "not rated". */
  reasons: RagReason[];
  /** The first reason, or why there is none: "Nothing in the rule has fired". */
  sentence: string;
};

/**
 * The rating that follows from the record, beside the one its owner declares.
 *
 * | # | when | then |
 * |---|---|---|
 * | 1 | status CLOSED | BLUE |
 * | 2 | status CANCELLED | NONE |
 * | 3 | dueDate < today | RED (PAST_DUE) |
 * | 4 | a milestone not done, its dueDate < today − milestoneLateDays | RED (MILESTONE_LATE) |
 * | 5 | originalDueDate < today, and dueDate is another date | AMBER (PAST_ORIGINAL_DUE) |
 * | 6 | moved timesMoved times or more | AMBER (MOVED_OFTEN) |
 * | 7 | today ≤ dueDate ≤ today + dueSoonDays, and a milestone not done | AMBER (DUE_SOON_MILESTONE_OPEN) |
 * | 8 | silent since < today − silentDays, unless waiting for its evidence check or not yet begun | AMBER (SILENT) |
 * | 9 | a predecessor is late | AMBER (PREDECESSOR_LATE) |
 * | 10 | a linked measure moves away from its target | AMBER (MEASURE_MOVING_AWAY) |
 * | 11 | none of these, and not yet begun | NONE |
 * | 12 | none of these | GREEN |
 *
 * "Not yet begun" is NOT_STARTED with startDate > today. "Silent since" is
 * `coalesce(lastUpdateOn, greatest(startDate, createdOn))`: nobody is silent before the work starts or is entered.
 * All comparisons are on calendar dates, so the rule is the same in SQL.
 *
 * Source: the default rule of the improvement plan, thresholds per plan.
 * Example: due 12 March 2026, moved twice from 31 January 2026, today 18 March 2026 → RED with PAST_DUE
 * ("6 days past its due date of 12 March 2026"), PAST_ORIGINAL_DUE and MOVED_OFTEN.
 */
export function calculateRag(input: RagInput, thresholds: RagThresholds, today: IsoDate): CalculatedRag {
  if (input.status === 'CLOSED') {
    return { rag: 'BLUE', reasons: [], sentence: 'Closed: evidenced and embedded' };
  }
  if (input.status === 'CANCELLED') return { rag: 'NONE', reasons: [], sentence: 'Cancelled: not rated' };
  const reasons = [...redReasons(input, thresholds, today), ...amberReasons(input, thresholds, today)];
  const first = reasons[0];
  if (first) return { rag: first.rag, reasons, sentence: first.sentence };
  if (input.startDate !== null && isNotYetBegun(input, today)) {
    return { rag: 'NONE', reasons, sentence: `Starts on ${formatDate(input.startDate)}: not rated yet` };
  }
  return { rag: 'GREEN', reasons, sentence: 'Nothing late, moved often or silent' };
}

/** The day from which silence is counted. */
export function silentSince(input: Pick<RagInput, 'lastUpdateOn' | 'startDate' | 'createdOn'>): IsoDate {
  if (input.lastUpdateOn !== null) return input.lastUpdateOn;
  return input.startDate !== null && input.startDate > input.createdOn ? input.startDate : input.createdOn;
}

/**
 * Whether nothing has been said for longer than the threshold; also the "Silent" list of a weekly review.
 * Exactly at the threshold nobody is silent yet.
 */
export function isSilent(
  input: Pick<RagInput, 'status' | 'lastUpdateOn' | 'startDate' | 'createdOn'>,
  silentDays: number,
  today: IsoDate,
): boolean {
  return owesWords(input, today) && daysBetween(silentSince(input), today) > silentDays;
}

/** Whether anybody has to say how it goes: work that has begun, or should have, and does not wait for its check. */
export function owesWords(input: Pick<RagInput, 'status' | 'startDate'>, today: IsoDate): boolean {
  const isAtWork =
    input.status === 'IN_PROGRESS' || input.status === 'REOPENED' || input.status === 'NOT_STARTED';
  return isAtWork && !isNotYetBegun(input, today);
}

function isNotYetBegun(input: Pick<RagInput, 'status' | 'startDate'>, today: IsoDate): boolean {
  return input.status === 'NOT_STARTED' && input.startDate !== null && input.startDate > today;
}

function redReasons(input: RagInput, thresholds: RagThresholds, today: IsoDate): RagReason[] {
  const found: RagReason[] = [];
  const red = (code: RagReasonCode, sentence: string) => found.push({ code, rag: 'RED', sentence });
  if (input.dueDate !== null && input.dueDate < today) {
    const late = countOf(daysBetween(input.dueDate, today), 'day');
    red('PAST_DUE', `${late} past its due date of ${formatDate(input.dueDate)}`);
  }
  for (const milestone of input.milestones ?? []) {
    const late = daysBetween(milestone.dueDate, today);
    if (milestone.doneOn !== null || late <= thresholds.milestoneLateDays) continue;
    red('MILESTONE_LATE', `Milestone “${milestone.title}” is ${countOf(late, 'day')} late`);
  }
  return found;
}

function amberReasons(input: RagInput, thresholds: RagThresholds, today: IsoDate): RagReason[] {
  const found: RagReason[] = [];
  const amber = (code: RagReasonCode, sentence: string) => found.push({ code, rag: 'AMBER', sentence });
  const { dueDate, originalDueDate } = input;
  if (originalDueDate !== null && originalDueDate < today && originalDueDate !== dueDate) {
    const late = countOf(daysBetween(originalDueDate, today), 'day');
    amber('PAST_ORIGINAL_DUE', `${late} past its original date of ${formatDate(originalDueDate)}`);
  }
  if (input.timesMoved >= thresholds.timesMoved && input.timesMoved > 0) {
    amber('MOVED_OFTEN', `Due date moved ${timesWords(input.timesMoved)}`);
  }
  const open = (input.milestones ?? []).filter((milestone) => milestone.doneOn === null);
  const soon = dueDate !== null && dueDate >= today && dueDate <= addDays(today, thresholds.dueSoonDays);
  if (soon && open.length > 0) {
    const left = daysBetween(today, dueDate);
    const when = left === 0 ? 'today' : `in ${countOf(left, 'day')}`;
    amber('DUE_SOON_MILESTONE_OPEN', `Due ${when} with ${countOf(open.length, 'milestone')} still open`);
  }
  if (isSilent(input, thresholds.silentDays, today)) amber('SILENT', silentSentence(input, today));
  for (const predecessor of input.predecessors ?? []) {
    if (predecessor.isLate) amber('PREDECESSOR_LATE', `Waits for ${predecessor.reference}, which is late`);
  }
  for (const measure of input.measures ?? []) {
    if (!measure.isMovingAway) continue;
    const which = measure.title === null ? 'A measure that it should move' : `Measure “${measure.title}”`;
    amber('MEASURE_MOVING_AWAY', `${which} is moving away from its target`);
  }
  return found;
}

function silentSentence(input: RagInput, today: IsoDate): string {
  const days = countOf(daysBetween(silentSince(input), today), 'day');
  return input.lastUpdateOn === null
    ? `No update yet, ${days} after it should have begun`
    : `No update for ${days}`;
}
