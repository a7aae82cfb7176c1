import type { DeliveryStatus, IsoDate, Priority, Rag } from '@gt/contracts/words';
import { actionReference } from '@gt/domain/action';
import { addDays } from '@gt/domain/calendar';
import { TODAY } from './clock.ts';

/** An action as the rules see it; dates are calendar dates. */
export type ActionFacts = {
  id: string;
  planId: string;
  recommendationId: string;
  recommendationNumber: number;
  number: number;
  reference: string;
  title: string;
  detail: string;
  teamId: string | null;
  ownerPostId: string | null;
  ownerUserId: string | null;
  partnerTeamId: string | null;
  startDate: IsoDate | null;
  originalDueDate: IsoDate | null;
  dueDate: IsoDate | null;
  timesMoved: number;
  successMeasure: string;
  priority: Priority;
  status: DeliveryStatus;
  statusReason: string | null;
  declaredRag: Rag;
  ragReason: string;
  percentComplete: number;
  lastUpdateOn: IsoDate | null;
  createdOn: IsoDate;
  version: number;
};

export type ActionBuilder = {
  /** Past its due date by so many days, and never moved. */
  overdue(days?: number): ActionBuilder;
  /** Due so many days from today. */
  dueIn(days: number): ActionBuilder;
  /** The due date moved so often, a month at a time; the original lies that far back. */
  moved(times: number): ActionBuilder;
  /** Nothing said for so many days. */
  silent(days?: number): ActionBuilder;
  notStarted(): ActionBuilder;
  awaitingCheck(): ActionBuilder;
  closed(): ActionBuilder;
  cancelled(): ActionBuilder;
  rated(declaredRag: Rag, ragReason?: string): ActionBuilder;
  ownedBy(ownerUserId: string, ownerPostId?: string): ActionBuilder;
  unowned(): ActionBuilder;
  /** R3.A2 is `numbered(3, 2)`. */
  numbered(recommendation: number, number: number): ActionBuilder;
  with(facts: Partial<ActionFacts>): ActionBuilder;
  build(): ActionFacts;
};

/**
 * An action in good order on a given day: in progress, Green, owned, updated two days ago, due in three months. Each
 * call returns a new builder, so that a base can be shared.
 * Example: `anAction().overdue(6).rated('GREEN').build()`.
 */
export function anAction(today: IsoDate = TODAY): ActionBuilder {
  return builder(inGoodOrder(today), today);
}

function builder(facts: ActionFacts, today: IsoDate): ActionBuilder {
  const next = (change: Partial<ActionFacts>) => builder({ ...facts, ...change }, today);
  const due = (dueDate: IsoDate) => next({ dueDate, originalDueDate: dueDate, timesMoved: 0 });
  return {
    overdue: (days = 6) => due(addDays(today, -days)),
    dueIn: (days) => due(addDays(today, days)),
    moved: (times) =>
      next({
        timesMoved: times,
        originalDueDate: facts.dueDate === null ? null : addDays(facts.dueDate, -30 * times),
      }),
    silent: (days = 15) => next({ lastUpdateOn: addDays(today, -days) }),
    notStarted: () =>
      next({
        status: 'NOT_STARTED',
        declaredRag: 'NONE',
        percentComplete: 0,
        lastUpdateOn: null,
        startDate: addDays(today, 7),
      }),
    awaitingCheck: () => next({ status: 'AWAITING_EVIDENCE_CHECK', percentComplete: 100 }),
    closed: () => next({ status: 'CLOSED', declaredRag: 'BLUE', percentComplete: 100 }),
    cancelled: () =>
      next({ status: 'CANCELLED', declaredRag: 'NONE', statusReason: 'Overtaken by the new front door' }),
    rated: (declaredRag, ragReason = 'Agreed in the weekly review') => next({ declaredRag, ragReason }),
    ownedBy: (ownerUserId, ownerPostId) =>
      next({ ownerUserId, ownerPostId: ownerPostId ?? facts.ownerPostId }),
    unowned: () => next({ ownerUserId: null, ownerPostId: null }),
    numbered: (recommendation, number) =>
      next({
        recommendationNumber: recommendation,
        number,
        reference: actionReference(recommendation, number),
        id: `action-${recommendation}-${number}`,
        recommendationId: `recommendation-${recommendation}`,
      }),
    with: next,
    build: () => ({ ...facts }),
  };
}

function inGoodOrder(today: IsoDate): ActionFacts {
  return {
    id: 'action-3-2',
    planId: 'plan-1',
    recommendationId: 'recommendation-3',
    recommendationNumber: 3,
    number: 2,
    reference: actionReference(3, 2),
    title: 'Recruit 12 mainstream foster carers',
    detail: '',
    teamId: 'team-fostering',
    ownerPostId: 'post-head-of-fostering',
    ownerUserId: 'user-head-of-fostering-holder-1',
    partnerTeamId: null,
    startDate: addDays(today, -60),
    originalDueDate: addDays(today, 90),
    dueDate: addDays(today, 90),
    timesMoved: 0,
    successMeasure: '12 more approved mainstream households',
    priority: 'MEDIUM',
    status: 'IN_PROGRESS',
    statusReason: null,
    declaredRag: 'GREEN',
    ragReason: '',
    percentComplete: 40,
    lastUpdateOn: addDays(today, -2),
    createdOn: addDays(today, -61),
    version: 1,
  };
}
