import type { CalendarNextOut, ClocksOut, GatedClockOut, GateOut } from '@gt/contracts/schemas';
import type { InspectionKind, IsoDate } from '@gt/contracts/words';
import type { Db } from '@gt/db';
import { gateReading, nextGate, readyGates } from '@gt/domain/inspection';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { CALENDAR } from '../inspections/clock-of.ts';
import { loadWindows } from './load-windows.ts';

type RawGate = {
  id: string;
  name: string;
  workingDay: number | null;
  dueDate: IsoDate;
  doneOn: IsoDate | null;
  doneBy: string;
  doneNote: string;
  recordedById: string | null;
  recordedBy: string | null;
  isRemoved: boolean;
  version: number;
};
type Raw = {
  /** Null for a plan without a clock. */
  clockId: string | null;
  inspectionKind: InspectionKind;
  authority: string;
  receivedDate: IsoDate;
  dueDate: IsoDate;
  workingDays: number;
  submittedOn: IsoDate | null;
  gates: RawGate[];
};

/** The clocks of a plan with their gates, and when inspectors may come. Two statements. Throws NOT_FOUND. */
export async function loadClocks(db: Db, scope: Scope, planId: string): Promise<ClocksOut> {
  const [rows, windows] = await Promise.all([readClocks(db, planId), loadWindows(db, scope, [planId])]);
  if (rows.length === 0) throw notFound('plan');
  const found = windows.get(planId);
  return {
    clocks: rows.flatMap((row) => clockOut(row, scope.today)),
    windows: found?.windows ?? [],
    whyNoWindow: found?.whyNone ?? '',
  };
}

/** The gate and the window that matter next. Two statements. Throws NOT_FOUND. */
export async function loadNext(db: Db, scope: Scope, planId: string): Promise<CalendarNextOut> {
  const [rows, windows] = await Promise.all([readClocks(db, planId), loadWindows(db, scope, [planId])]);
  if (rows.length === 0) throw notFound('plan');
  const open = rows
    .filter(({ submittedOn }) => submittedOn === null)
    .flatMap(({ gates }) => gates)
    .filter(({ isRemoved }) => !isRemoved);
  const next = nextGate(open, scope.today, CALENDAR);
  const window = windows.get(planId)?.windows.find(({ state }) => state !== 'PASSED') ?? null;
  return {
    gate: next && {
      words: next.words,
      dueDate: next.gate.dueDate,
      isLate: next.reading.state === 'LATE',
      workingDaysLeft: next.reading.workingDaysLeft ?? 0,
    },
    window: window && { name: window.name, words: window.words, state: window.state },
  };
}

/** One row a clock; one with nothing in it for a plan that has none. */
function readClocks(db: Db, planId: string): Promise<Raw[]> {
  return db.$queryRaw<Raw[]>`
    SELECT c."id" AS "clockId", i."kind"::text AS "inspectionKind", i."authority",
      c."receivedDate"::text AS "receivedDate", c."dueDate"::text AS "dueDate", c."workingDays",
      c."submittedOn"::text AS "submittedOn",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', g."id", 'name', g."name", 'workingDay', g."workingDay",
          'dueDate', g."dueDate", 'doneOn', g."doneOn", 'doneBy', g."doneBy", 'doneNote', g."doneNote",
          'recordedById', g."recordedById", 'recordedBy', u."name", 'isRemoved', g."removedAt" IS NOT NULL,
          'version', g."version") ORDER BY g."dueDate", g."position", g."id"), '[]'::jsonb)
        FROM "clock_gate" g LEFT JOIN "user" u ON u."id" = g."recordedById"
        WHERE g."clockId" = c."id") AS "gates"
    FROM "plan" p
    LEFT JOIN "statutory_clock" c ON c."planId" = p."id"
    LEFT JOIN "inspection" i ON i."id" = c."inspectionId"
    WHERE p."id" = ${planId} AND p."deletedAt" IS NULL
    ORDER BY c."dueDate", c."id"`;
}

function clockOut({ clockId, gates, ...clock }: Raw, today: IsoDate): GatedClockOut[] {
  if (clockId === null) return [];
  const live = gates.filter(({ isRemoved }) => !isRemoved);
  const isRunning = clock.submittedOn === null;
  return [
    {
      clockId,
      ...clock,
      gates: live.map((gate) => gateOut(gate, today)),
      removed: gates
        .filter(({ isRemoved }) => isRemoved)
        .map(({ id, name, version }) => ({ id, name, version })),
      proposed: live.length === 0 && isRunning ? readyGates(clock, CALENDAR) : [],
    },
  ];
}

function gateOut(gate: RawGate, today: IsoDate): GateOut {
  const { id, name, dueDate, doneOn, doneBy, doneNote, recordedById, recordedBy, version } = gate;
  const { state, words } = gateReading(gate, today, CALENDAR);
  return {
    ...{ id, name, dueDate, doneOn, doneBy, doneNote, version, state, words },
    isSet: gate.workingDay === null,
    recordedBy: recordedById === null ? null : { id: recordedById, name: recordedBy ?? '' },
  };
}
