import { formatDate, type RedactableEntity } from '@gt/contracts/words';
import { type Sql, sql, type Tx } from '@gt/db';
import { londonDate, toIsoDate } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import { DESTROYED } from './destroyed.ts';

const ENTITIES = ['PLAN_DATE', 'CLOCK_GATE', 'WINDOW_ASSUMPTION'] as const;
export type CalendarEntity = (typeof ENTITIES)[number];

export function isCalendarEntity(entity: RedactableEntity): entity is CalendarEntity {
  return ENTITIES.some((own) => own === entity);
}

/** Blanks the words of a date, a gate or an assumption; the days stay. A date without words leaves the calendar. */
export async function blankCalendar(
  tx: Tx,
  entity: CalendarEntity,
  id: string,
  redactedAt: Date,
): Promise<void> {
  const select = { id: true } as const;
  if (entity === 'PLAN_DATE') {
    const blank = { title: '', note: '', deletedReason: '', deletedAt: redactedAt, redactedAt };
    await tx.planDate.update({ where: { id }, data: { ...blank, version: { increment: 1 } }, select });
  } else if (entity === 'CLOCK_GATE') {
    const blank = { name: DESTROYED, doneBy: '', doneNote: '', redactedAt };
    await tx.clockGate.update({ where: { id }, data: { ...blank, version: { increment: 1 } }, select });
  } else {
    await tx.windowAssumption.update({ where: { id }, data: { reason: DESTROYED, redactedAt }, select });
  }
}

type Found = { planId: string; day: Date | null; texts: string[] };

/** What is known of one before that, for whoever may reach it. Packs never print any of it. Throws NOT_FOUND. */
export async function loadCalendarRecord(tx: Tx, mayReach: boolean, entity: CalendarEntity, id: string) {
  const found = mayReach ? await find(tx, entity, id) : null;
  if (!found) throw notFound('record');
  const { planId, day, texts } = found;
  return {
    planId,
    reference: calendarReference(entity, day),
    place: { kind: 'CALENDAR' as const, id: planId },
    inPacksSince: null,
    relatedIds: [id],
    texts: texts.filter((text) => text !== '' && text !== DESTROYED),
    sha256s: [],
  };
}

async function find(tx: Tx, entity: CalendarEntity, id: string): Promise<Found | null> {
  const where = { id };
  if (entity === 'PLAN_DATE') {
    const select = { planId: true, fromDate: true, title: true, note: true, deletedReason: true } as const;
    const row = await tx.planDate.findUnique({ where, select });
    if (!row) return null;
    return { planId: row.planId, day: row.fromDate, texts: [row.title, row.note, row.deletedReason] };
  }
  if (entity === 'CLOCK_GATE') {
    const clock = { select: { planId: true } } as const;
    const select = { dueDate: true, name: true, doneBy: true, doneNote: true, clock } as const;
    const row = await tx.clockGate.findUnique({ where, select });
    if (!row) return null;
    return { planId: row.clock.planId, day: row.dueDate, texts: [row.name, row.doneBy, row.doneNote] };
  }
  const row = await tx.windowAssumption.findUnique({
    where,
    select: { planId: true, setAt: true, reason: true },
  });
  return row && { planId: row.planId, day: new Date(londonDate(row.setAt)), texts: [row.reason] };
}

const NAMES: Record<CalendarEntity, string> = {
  PLAN_DATE: 'Date in the calendar',
  CLOCK_GATE: 'Approval gate',
  WINDOW_ASSUMPTION: 'Assumed window',
};

/** "Approval gate of 12 March 2026". */
export function calendarReference(entity: CalendarEntity, day: Date | null): string {
  return day ? `${NAMES[entity]} of ${formatDate(toIsoDate(day))}` : NAMES[entity];
}

/** Their words beside those of the other records of a plan, where `findRepeats` looks. */
export function calendarRepeatsSql(planId: string): Sql {
  return sql`
    SELECT 'PLAN_DATE', d."id", d."planId", NULL, 0, d."fromDate"::timestamptz, d."deletedAt" IS NOT NULL,
      concat_ws(chr(1), d."title", d."note", d."deletedReason")
    FROM "plan_date" d WHERE d."planId" = ${planId} AND d."redactedAt" IS NULL
    UNION ALL
    SELECT 'CLOCK_GATE', g."id", c."planId", NULL, 0, g."dueDate"::timestamptz, g."removedAt" IS NOT NULL,
      concat_ws(chr(1), g."name", g."doneBy", g."doneNote")
    FROM "clock_gate" g JOIN "statutory_clock" c ON c."id" = g."clockId"
    WHERE c."planId" = ${planId} AND g."redactedAt" IS NULL
    UNION ALL
    SELECT 'WINDOW_ASSUMPTION', w."id", w."planId", NULL, 0, w."setAt", false, w."reason"
    FROM "window_assumption" w WHERE w."planId" = ${planId} AND w."redactedAt" IS NULL`;
}
