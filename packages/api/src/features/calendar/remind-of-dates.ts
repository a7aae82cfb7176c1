import type { IsoDate } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { addDays, addWorkingDays } from '@gt/domain/calendar';
import { GATE_NEAR_WORKING_DAYS } from '@gt/domain/inspection';
import type { Scope } from '../../core/scope.ts';
import { type Telling, tellAll } from '../../core/tell.ts';
import { CALENDAR } from '../inspections/clock-of.ts';
import { loadWindows } from './load-windows.ts';

/** So many days before a window opens somebody should think of it. */
const WINDOW_NEAR_DAYS = 28;

type Lead = { userId: string };
type Plan = { planId: string };
type OpenGate = { id: string; planId: string; dueDate: IsoDate };

/**
 * The programme leads hear of an approval gate when it is near and again when it is late, and of a window four weeks
 * before it opens and again when it has; each once for each day it stands on. Four statements.
 */
export async function remindOfDates(tx: Tx, scope: Scope): Promise<void> {
  const leads = await tx.$queryRaw<Lead[]>`
    SELECT u."id" AS "userId" FROM "user" u WHERE u."deactivatedAt" IS NULL
      AND EXISTS (SELECT 1 FROM "role_grant" g WHERE g."userId" = u."id" AND g."role" = 'PROGRAMME_LEAD')`;
  const userIds = leads.map(({ userId }) => userId);
  if (userIds.length === 0) return;
  const tellings = [...(await ofGates(tx, scope)), ...(await ofWindows(tx, scope))];
  await tellAll(
    tx,
    scope,
    tellings.map((telling) => ({ ...telling, actionId: null, userIds })),
  );
}

type Found = Pick<Telling, 'kind' | 'planId' | 'sourceId'>;

async function ofGates(tx: Tx, { today }: Scope): Promise<Found[]> {
  const near = addWorkingDays(today, GATE_NEAR_WORKING_DAYS, CALENDAR);
  const gates = await tx.$queryRaw<OpenGate[]>`
    SELECT g."id", c."planId", g."dueDate"::text AS "dueDate"
    FROM "clock_gate" g
    JOIN "statutory_clock" c ON c."id" = g."clockId" AND c."submittedOn" IS NULL
    JOIN "plan" p ON p."id" = c."planId" AND p."deletedAt" IS NULL
    WHERE g."doneOn" IS NULL AND g."removedAt" IS NULL AND g."dueDate" <= ${near}::date`;
  return gates.map(({ id, planId, dueDate }) => ({
    kind: 'GATE_NEAR',
    planId,
    sourceId: `${id}:${dueDate}${dueDate < today ? ':late' : ''}`,
  }));
}

async function ofWindows(tx: Tx, scope: Scope): Promise<Found[]> {
  const plans = await tx.$queryRaw<Plan[]>`SELECT "id" AS "planId" FROM "plan" WHERE "deletedAt" IS NULL`;
  const near = addDays(scope.today, WINDOW_NEAR_DAYS);
  const found = await loadWindows(
    tx,
    scope,
    plans.map(({ planId }) => planId),
  );
  return [...found].flatMap(([planId, { windows }]) =>
    windows
      .filter(({ state, from }) => state !== 'PASSED' && from <= near)
      .map(({ inspectionId, kind, from, state }) => ({
        kind: 'WINDOW_NEAR' as const,
        planId,
        sourceId: `${inspectionId}:${kind}:${from}${state === 'OPEN' ? ':open' : ''}`,
      })),
  );
}
