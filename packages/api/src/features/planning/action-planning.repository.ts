import type { ActionPlanningOut, ColourOut, DependencyEnd, MilestoneOut } from '@gt/contracts/schemas';
import type { DeliveryStatus, DueDateApproval, IsoDate, Rag } from '@gt/contracts/words';
import { type Db, type Sql, sql } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { canOnAction, holds } from '@gt/domain/authz';
import { daysBetween } from '@gt/domain/calendar';
import { milestoneDaysLate, milestoneWarning, orderWarning } from '@gt/domain/planning';
import { explainRag } from '@gt/domain/rag';
import { londonDate, toInstant } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { isVisible } from '../actions/action-sql.ts';
import { requestsOf } from './due-date-requests.repository.ts';
import { presentColour } from './present-colour.ts';

type RawAction = {
  id: string;
  recommendationNumber: number;
  number: number;
  status: DeliveryStatus;
  startDate: IsoDate | null;
  dueDate: IsoDate | null;
  teamId: string | null;
  ragReason: string;
  ragDeclaredAt: Date | null;
  mismatchReason: string;
  mismatchDeclared: Rag | null;
  mismatchCalculated: Rag | null;
  mismatchExplainedAt: Date | null;
  dueDateApproval: DueDateApproval;
};

/**
 * What stands round one action: milestones, what it waits for and what waits for it, dates asked for, and how its
 * colour comes about. A constant number of statements.
 */
export async function getActionPlanning(db: Db, scope: Scope, actionId: string): Promise<ActionPlanningOut> {
  const shown = holds(scope.roles, 'action.delete') ? sql`true` : isVisible(scope);
  const [action] = await db.$queryRaw<RawAction[]>`
    SELECT a."id", r."number" AS "recommendationNumber", a."number", a."status"::text, a."startDate"::text,
      a."dueDate"::text, a."teamId", a."ragReason", a."ragDeclaredAt", a."mismatchReason",
      a."mismatchDeclared"::text, a."mismatchCalculated"::text, a."mismatchExplainedAt",
      pl."dueDateApproval"::text
    FROM "action" a JOIN "recommendation" r ON r."id" = a."recommendationId" JOIN "plan" pl ON pl."id" = a."planId"
    WHERE a."id" = ${actionId} AND ${shown}`;
  if (!action) throw notFound('action');
  const [milestones, ends, requests, colour] = await Promise.all([
    milestonesOf(db, scope, action),
    dependenciesOf(db, scope, action),
    requestsOf(db, scope, actionId),
    colourOf(db, scope, action),
  ]);
  return { milestones, ...ends, dueDateApproval: action.dueDateApproval, requests, colour };
}

async function milestonesOf(db: Db, scope: Scope, action: RawAction): Promise<MilestoneOut[]> {
  type Raw = { id: string; title: string; dueDate: IsoDate; doneOn: IsoDate | null; redactedAt: Date | null };
  const rows = await db.$queryRaw<(Raw & { version: number })[]>`
    SELECT m."id", m."title", m."dueDate"::text, m."doneOn"::text, m."redactedAt", m."version"
    FROM "milestone" m WHERE m."actionId" = ${action.id} AND m."deletedAt" IS NULL
    ORDER BY m."dueDate", m."id"`;
  return rows.map((row) => ({
    ...row,
    daysLate: milestoneDaysLate(row, action.status, scope.today),
    warning: row.doneOn === null ? milestoneWarning(row, action) : '',
    redactedAt: row.redactedAt && toInstant(row.redactedAt),
  }));
}

type RawEnd = {
  /** Which end the other action is: the predecessor it waits for, or a successor that waits for it. */
  isPredecessor: boolean;
  actionId: string;
  recommendationNumber: number;
  number: number;
  title: string;
  status: DeliveryStatus;
  dueDate: IsoDate | null;
  teamId: string | null;
  isShown: boolean;
  isRemoved: boolean;
};

async function dependenciesOf(
  db: Db,
  scope: Scope,
  action: RawAction,
): Promise<Pick<ActionPlanningOut, 'waitsFor' | 'neededBy'>> {
  const rows = await db.$queryRaw<RawEnd[]>`
    ${endsOf(scope, sql`d."successorId"`, sql`d."predecessorId"`, true, action.id)}
    UNION ALL
    ${endsOf(scope, sql`d."predecessorId"`, sql`d."successorId"`, false, action.id)}
    ORDER BY "recommendationNumber", "number"`;
  const ends = rows.map((row) => ({ isPredecessor: row.isPredecessor, ...endOf(scope, action, row) }));
  const only = (isPredecessor: boolean): DependencyEnd[] =>
    ends.filter((end) => end.isPredecessor === isPredecessor).map(({ isPredecessor: _side, ...end }) => end);
  return { waitsFor: only(true), neededBy: only(false) };
}

function endsOf(scope: Scope, here: Sql, there: Sql, isPredecessor: boolean, actionId: string): Sql {
  return sql`SELECT ${isPredecessor}::boolean AS "isPredecessor", a."id" AS "actionId",
      r."number" AS "recommendationNumber", a."number", a."title", a."status"::text, a."dueDate"::text, a."teamId",
      (${isVisible(scope)}) AS "isShown", a."deletedAt" IS NOT NULL AS "isRemoved"
    FROM "action_dependency" d JOIN "action" a ON a."id" = ${there}
    JOIN "recommendation" r ON r."id" = a."recommendationId"
    WHERE ${here} = ${actionId}`;
}

function endOf(scope: Scope, action: RawAction, row: RawEnd): DependencyEnd {
  const here = {
    reference: actionReference(action.recommendationNumber, action.number),
    dueDate: action.dueDate,
  };
  const there = { reference: actionReference(row.recommendationNumber, row.number), dueDate: row.dueDate };
  const isOpen = row.status !== 'CLOSED' && row.status !== 'CANCELLED' && !row.isRemoved;
  const seen = row.isShown || (row.isRemoved && holds(scope.roles, 'action.delete'));
  const [predecessor, successor] = row.isPredecessor ? [there, here] : [here, there];
  return {
    actionId: row.actionId,
    reference: there.reference,
    title: seen ? row.title : null,
    status: row.status,
    dueDate: seen ? row.dueDate : null,
    isLate: isOpen && row.dueDate !== null && row.dueDate < scope.today,
    warning: isOpen && seen ? orderWarning(predecessor, successor) : '',
    isRemoved: row.isRemoved,
    mayRemove: mayPlan(scope, row.isPredecessor ? action.teamId : row.teamId),
  };
}

/** Planning goes by the team alone, so nothing else of the other action is needed. */
function mayPlan(scope: Scope, teamId: string | null): boolean {
  const nobody = { partnerTeamId: null, ownerPostId: null, ownerUserId: null, supportingTeamIds: [] };
  return canOnAction(scope, 'action.plan', { teamId, ...nobody }).ok;
}

async function colourOf(db: Db, scope: Scope, action: RawAction): Promise<ColourOut> {
  const colour = await presentColour(db, scope, action.id);
  const [said] = await db.$queryRaw<{ actorName: string; at: Date }[]>`
    SELECT ev."actorName", ev."at" FROM (
      SELECT ${action.id} AS "entityId", 'ACTION' AS "entityType", 'action.declareRag' AS "action"
      UNION ALL SELECT pu."id", 'PROGRESS_UPDATE', 'update.create' FROM "progress_update" pu
        WHERE pu."actionId" = ${action.id}) of
    JOIN "audit_event" ev ON ev."entityType" = of."entityType" AND ev."entityId" = of."entityId"
      AND ev."action" = of."action"
    ORDER BY ev."id" DESC LIMIT 1`;
  const { declared, calculated, mismatch } = colour;
  const isOfThisPair = action.mismatchDeclared === declared && action.mismatchCalculated === calculated.rag;
  const isRated = declared !== 'NONE' && action.ragDeclaredAt !== null;
  return {
    declaredRag: declared,
    ragReason: action.ragReason,
    ragDeclaredAt: action.ragDeclaredAt && toInstant(action.ragDeclaredAt),
    weeksAtColour:
      isRated && action.ragDeclaredAt
        ? Math.floor(Math.max(0, daysBetween(londonDate(action.ragDeclaredAt), scope.today)) / 7) + 1
        : 0,
    saidBy: said?.actorName ?? null,
    saidAt: said ? toInstant(said.at) : null,
    calculatedRag: calculated.rag,
    sentence: calculated.sentence,
    parts: explainRag(colour.input, colour.thresholds, scope.today).map(({ rag, rule, fired }) => ({
      rag,
      rule,
      fired,
    })),
    mismatch: mismatch.isMismatch ? mismatch.sentence : null,
    mismatchReason: isOfThisPair ? action.mismatchReason : '',
    mismatchExplainedAt:
      isOfThisPair && action.mismatchExplainedAt ? toInstant(action.mismatchExplainedAt) : null,
    outdatedReason: mismatch.isMismatch && !isOfThisPair ? action.mismatchReason : '',
  };
}
