import {
  type Acceptance,
  DELIVERY_STATUSES,
  type DeliveryStatus,
  type IsoDate,
  type MovedBy,
  type Rag,
} from '@gt/contracts/words';
import { isOpenStatus } from '../action/index.ts';
import { addDays } from '../calendar/index.ts';
import { ragMismatch } from '../rag/index.ts';
import type { PositionAction } from './position-facts.ts';

/** The filter of the plan's list that shows what a figure counts, in the words of the list's own filter. */
export type FigureFilter = {
  teamIds?: string[];
  noTeam?: true;
  recommendationIds?: string[];
  statuses?: DeliveryStatus[];
  rags?: Rag[];
  acceptances?: Acceptance[];
  due?: 'OVERDUE' | 'DUE_14' | { from: IsoDate; to: IsoDate };
  pastOriginal?: true;
  silent?: true;
  updatesInTime?: true;
  noOwner?: true;
  evidence?: 'NONE' | 'RETURNED';
  mismatch?: 'ANY';
  movedAtLeast?: number;
  movedBy?: MovedBy;
  milestoneDue?: { from: IsoDate; to: IsoDate };
  pendingDueDate?: true;
};

/** A number and the list of exactly those actions. Null: not recorded then. */
export type Figure = { key: string; value: number | null; filter: FigureFilter };

/** All but cancelled ones: what every figure counts, unless it says that it counts less. */
export const LIVE: DeliveryStatus[] = DELIVERY_STATUSES.filter((status) => status !== 'CANCELLED');
export const OPEN: DeliveryStatus[] = DELIVERY_STATUSES.filter(isOpenStatus);
/** "Due soon" means due today or within this many days. */
const DUE_SOON_DAYS = 14;

type Test = (action: PositionAction) => boolean;

/** What was not kept by the first format of a snapshot cannot be counted in one. */
const KEPT_SINCE_FORMAT_2 = new Set<keyof FigureFilter>([
  'silent',
  'updatesInTime',
  'acceptances',
  'milestoneDue',
]);

/** Whether what the filter asks for was kept. */
export function isRecorded(filter: FigureFilter, isFull: boolean): boolean {
  if (isFull) return true;
  const asked = Object.keys(filter) as (keyof FigureFilter)[];
  return !asked.some((key) => KEPT_SINCE_FORMAT_2.has(key)) && filter.evidence !== 'RETURNED';
}

/**
 * Whether an action is among those of a figure. It says the same as the filter of the plan's list, which is decided in
 * SQL; a test walks every figure and compares it with its list.
 * Example: `{due: 'OVERDUE'}` holds of an open action whose due date has passed.
 */
export function isOfFigure(action: PositionAction, filter: FigureFilter, today: IsoDate): boolean {
  return testsOf(filter, today).every((test) => test(action));
}

/** A day to count on, and whether everything was kept. */
export type Counting = { asAt: IsoDate; isFull: boolean };

/** How many of some actions a filter lets through. */
export function figureOf(
  key: string,
  actions: readonly PositionAction[],
  filter: FigureFilter,
  { asAt, isFull }: Counting,
): Figure {
  const tests = testsOf(filter, asAt);
  const value = isRecorded(filter, isFull)
    ? actions.filter((action) => tests.every((test) => test(action))).length
    : null;
  return { key, value, filter };
}

function testsOf(filter: FigureFilter, today: IsoDate): Test[] {
  return [...placeTests(filter), ...standingTests(filter), ...dateTests(filter, today)];
}

function placeTests({ teamIds, noTeam, recommendationIds, noOwner }: FigureFilter): Test[] {
  const tests: Test[] = [];
  if (teamIds) tests.push(({ teamId }) => teamId !== null && teamIds.includes(teamId));
  if (noTeam) tests.push(({ teamId }) => teamId === null);
  if (noOwner) tests.push(({ hasOwner }) => !hasOwner);
  if (recommendationIds) {
    tests.push(
      ({ recommendationId, alsoServesIds }) =>
        recommendationIds.includes(recommendationId) ||
        alsoServesIds.some((id) => recommendationIds.includes(id)),
    );
  }
  return tests;
}

function standingTests(filter: FigureFilter): Test[] {
  const { statuses, rags, acceptances, evidence } = filter;
  const tests: Test[] = [];
  if (statuses) tests.push(({ status }) => statuses.includes(status));
  if (rags) tests.push(({ rag }) => rags.includes(rag));
  if (acceptances) tests.push(({ acceptance }) => acceptances.includes(acceptance));
  if (filter.silent) tests.push(({ silent }) => silent);
  if (filter.updatesInTime) tests.push(({ owesWords, silent }) => owesWords && !silent);
  if (filter.mismatch) tests.push(isMismatch);
  if (evidence === 'NONE') tests.push(({ status, hasEvidence }) => status !== 'CANCELLED' && !hasEvidence);
  if (evidence === 'RETURNED') tests.push(({ returnedEvidence }) => returnedEvidence > 0);
  return tests;
}

/** Whether the declared colour says otherwise than the rule. */
function isMismatch({ rag, calculatedRag }: PositionAction): boolean {
  if (rag === calculatedRag) return false;
  return ragMismatch(rag, { rag: calculatedRag, reasons: [], sentence: '' }).isMismatch;
}

function dateTests(filter: FigureFilter, today: IsoDate): Test[] {
  const { due, movedAtLeast, movedBy, milestoneDue } = filter;
  const soon = { from: today, to: addDays(today, DUE_SOON_DAYS) };
  const tests: Test[] = [];
  if (filter.pendingDueDate) tests.push(({ dateAsked }) => dateAsked);
  if (due === 'OVERDUE') tests.push((action) => isOverdueOn(action, today));
  if (due === 'DUE_14') {
    tests.push(({ status, dueDate }) => isOpenStatus(status) && isWithin(dueDate, soon));
  }
  if (typeof due === 'object') tests.push(({ dueDate }) => isWithin(dueDate, due));
  if (filter.pastOriginal) {
    tests.push(
      ({ status, originalDueDate }) =>
        isOpenStatus(status) && originalDueDate !== null && originalDueDate < today,
    );
  }
  if (movedAtLeast) tests.push(({ timesMoved }) => timesMoved >= movedAtLeast);
  if (movedBy) tests.push((action) => action.movedBy === movedBy);
  if (milestoneDue) {
    tests.push(
      ({ status, openMilestones }) =>
        isOpenStatus(status) && openMilestones.some((day) => isWithin(day, milestoneDue)),
    );
  }
  return tests;
}

/** As `overdue`, without its words: asked of every action of a plan, many times over. */
export function isOverdueOn({ status, dueDate }: PositionAction, today: IsoDate): boolean {
  return dueDate !== null && dueDate < today && isOpenStatus(status);
}

function isWithin(day: IsoDate | null, { from, to }: { from: IsoDate; to: IsoDate }): boolean {
  return day !== null && day >= from && day <= to;
}
