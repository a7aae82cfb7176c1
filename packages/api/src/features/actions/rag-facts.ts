import type { DeliveryStatus, IsoDate, MeasureMovement } from '@gt/contracts/words';
import { type Sql, sql } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { holds } from '@gt/domain/authz';
import type { RagInput, RagThresholds } from '@gt/domain/rag';
import type { ChangeFacts } from '@gt/domain/recommendation';
import { londonDate } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';

/** What the calculated colour needs beside the action's own columns; the columns of `ragFactColumns`. */
export type RagFacts = {
  milestoneLateDays: number;
  dueSoonDays: number;
  silentDays: number;
  /** The plan's `timesMoved`; an action's own count bears that name. */
  movedOften: number;
  /** Live milestones, earliest first. */
  milestones: { title: string; dueDate: IsoDate; doneOn: IsoDate | null }[];
  /** Open actions that must come first. */
  predecessors: { actionId: string; recommendationNumber: number; number: number; isLate: boolean }[];
  /** Live measures that the action is meant to move; without their names for those who do not read measures. */
  linkedMeasures: { id: string; name: string | null; movement: MeasureMovement }[];
};

/** The action's own columns that the rule reads. */
type OwnFacts = {
  status: DeliveryStatus;
  startDate: IsoDate | null;
  dueDate: IsoDate | null;
  originalDueDate: IsoDate | null;
  timesMoved: number;
  lastUpdateAt: Date | null;
  createdAt: Date;
};

/** A predecessor that still has to be done: `p` ("action"). */
export const isOpenPredecessor = sql`p."deletedAt" IS NULL AND p."status" NOT IN ('CLOSED', 'CANCELLED')`;

/** Columns over `a` ("action") and `pl` (its "plan"); see `RagFacts`. */
export function ragFactColumns(scope: Scope): Sql {
  const name = holds(scope.roles, 'measure.read') ? sql`me."name"` : sql`NULL::text`;
  return sql`pl."milestoneLateDays", pl."dueSoonDays", pl."silentDays", pl."timesMoved" AS "movedOften",
    (SELECT COALESCE(json_agg(json_build_object('title', m."title", 'dueDate', m."dueDate", 'doneOn', m."doneOn")
        ORDER BY m."dueDate", m."id"), '[]')
      FROM "milestone" m WHERE m."actionId" = a."id" AND m."deletedAt" IS NULL) AS "milestones",
    (SELECT COALESCE(json_agg(json_build_object('actionId', p."id", 'recommendationNumber', pr."number",
        'number', p."number", 'isLate', COALESCE(p."dueDate" < ${scope.today}::date, false))
        ORDER BY pr."number", p."number"), '[]')
      FROM "action_dependency" d JOIN "action" p ON p."id" = d."predecessorId"
      JOIN "recommendation" pr ON pr."id" = p."recommendationId"
      WHERE d."successorId" = a."id" AND ${isOpenPredecessor}) AS "predecessors",
    (SELECT COALESCE(json_agg(json_build_object('id', me."id", 'name', ${name}, 'movement', me."movement")
        ORDER BY me."number"), '[]')
      FROM "action_measure" am JOIN "measure" me ON me."id" = am."measureId"
      WHERE am."actionId" = a."id" AND me."deletedAt" IS NULL) AS "linkedMeasures"`;
}

/** How the linked measures go, in counts, as the knot of what changed asks for them. */
export function measureCounts(measures: readonly { movement: MeasureMovement }[]): ChangeFacts['measures'] {
  const going = (movement: MeasureMovement) => measures.filter((one) => one.movement === movement).length;
  return {
    linked: measures.length,
    withFigures: measures.length - going('NO_FIGURES'),
    towards: going('TOWARDS'),
    away: going('AWAY'),
  };
}

/** What `calculateRag` asks of an action. */
export function ragInput(row: OwnFacts & RagFacts): RagInput {
  return {
    status: row.status,
    startDate: row.startDate,
    dueDate: row.dueDate,
    originalDueDate: row.originalDueDate,
    timesMoved: row.timesMoved,
    lastUpdateOn: row.lastUpdateAt === null ? null : londonDate(row.lastUpdateAt),
    createdOn: londonDate(row.createdAt),
    milestones: row.milestones,
    predecessors: row.predecessors.map(({ recommendationNumber, number, isLate }) => ({
      reference: actionReference(recommendationNumber, number),
      isLate,
    })),
    measures: row.linkedMeasures.map(({ name, movement }) => ({
      title: name,
      isMovingAway: movement === 'AWAY',
    })),
  };
}

/** The days and counts at which the colour turns in the action's plan. */
export function ragThresholds(row: RagFacts): RagThresholds {
  const { milestoneLateDays, dueSoonDays, silentDays, movedOften } = row;
  return { milestoneLateDays, dueSoonDays, silentDays, timesMoved: movedOften };
}
