import type { CalendarEntry } from '@gt/contracts/schemas';
import {
  type CalendarKind,
  type IsoDate,
  PLAN_DATE_KIND_LABELS,
  type PlanDateKind,
} from '@gt/contracts/words';
import { type Db, joinSql, type Sql, sql } from '@gt/db';
import { holds, seesWholePlan } from '@gt/domain/authz';
import { daysBetween } from '@gt/domain/calendar';
import type { Scope } from '../../core/scope.ts';

export type PlanWideSpan = {
  planIds: readonly string[];
  from: IsoDate;
  to: IsoDate;
  kinds: ReadonlySet<CalendarKind>;
};

type Raw = {
  part: 'CLOCK' | 'GATE' | 'PLAN_DATE' | 'ROOM' | 'PACK';
  id: string;
  planId: string;
  from: IsoDate;
  until: IsoDate;
  title: string;
  planDateKind: PlanDateKind | null;
  /** Done, or firm. */
  isSettled: boolean;
};

export type PlanWideEntry = CalendarEntry & { planId: string; planDateKind: PlanDateKind | null };

/** The most dates of one span; nobody enters as many by hand. */
const LIMIT = 1_000;

/**
 * What concerns a plan as a whole in a span of days: statutory days, approval gates, visits and other dates, and for those
 * who manage them the rooms and packs. Nothing for a partner. One statement.
 */
export async function planWideDates(db: Db, scope: Scope, span: PlanWideSpan): Promise<PlanWideEntry[]> {
  const parts = seesWholePlan(scope.roles) ? partsOf(scope, span) : [];
  if (parts.length === 0) return [];
  const rows = await db.$queryRaw<Raw[]>`
    SELECT x."part", x."id", x."planId", x."from"::text AS "from", x."until"::text AS "until", x."title",
      x."planDateKind", x."isSettled"
    FROM (${joinSql(parts, ' UNION ALL ')})
      AS x("part", "id", "planId", "from", "until", "title", "planDateKind", "isSettled") ORDER BY x."from", x."part", x."title", x."id" LIMIT ${LIMIT}`;
  return rows.flatMap((row) => {
    const entry = entryOf(row, scope.today);
    return span.kinds.has(entry.kind) ? [entry] : [];
  });
}

function partsOf(scope: Scope, { planIds, from, to, kinds }: PlanWideSpan): Sql[] {
  const ofPlans = (column: Sql) => sql`${column} = ANY(${[...planIds]}::text[])`;
  const within = (column: Sql) => sql`${column} BETWEEN ${from}::date AND ${to}::date`;
  const mayManageRooms = kinds.has('ROOM') && holds(scope.roles, 'room.manage');
  return [
    ...(kinds.has('CLOCK')
      ? [
          sql`SELECT 'CLOCK', c."id", c."planId", c."dueDate", c."dueDate",
            CASE WHEN c."workingDays" = 20 THEN 'Draft action plan due' ELSE 'Action plan due' END,
            NULL::text, c."submittedOn" IS NOT NULL
          FROM "statutory_clock" c WHERE ${ofPlans(sql`c."planId"`)} AND ${within(sql`c."dueDate"`)}`,
        ]
      : []),
    ...(kinds.has('GATE')
      ? [
          sql`SELECT 'GATE', g."id", c."planId", g."dueDate", g."dueDate", g."name", NULL,
            g."doneOn" IS NOT NULL OR c."submittedOn" IS NOT NULL
          FROM "clock_gate" g JOIN "statutory_clock" c ON c."id" = g."clockId"
          WHERE ${ofPlans(sql`c."planId"`)} AND g."removedAt" IS NULL AND ${within(sql`g."dueDate"`)}`,
        ]
      : []),
    ...(kinds.has('VISIT') || kinds.has('BOARD') || kinds.has('OTHER_DATE')
      ? [
          sql`SELECT 'PLAN_DATE', d."id", d."planId", d."fromDate", d."untilDate", d."title", d."kind"::text, d."isFirm"
          FROM "plan_date" d WHERE ${ofPlans(sql`d."planId"`)} AND d."deletedAt" IS NULL
            AND d."fromDate" <= ${to}::date AND d."untilDate" >= ${from}::date`,
        ]
      : []),
    ...(mayManageRooms
      ? [
          sql`SELECT 'ROOM', o."id", o."planId", (o."endsAt" AT TIME ZONE 'Europe/London')::date - 1,
            (o."endsAt" AT TIME ZONE 'Europe/London')::date - 1, 'Inspector room ends: ' || o."name", NULL,
            o."closedAt" IS NOT NULL
          FROM "inspector_room" o WHERE ${ofPlans(sql`o."planId"`)}
            AND ${within(sql`(o."endsAt" AT TIME ZONE 'Europe/London')::date - 1`)}`,
          sql`SELECT 'PACK', k."id", k."planId", (k."finishedAt" AT TIME ZONE 'Europe/London')::date,
            (k."finishedAt" AT TIME ZONE 'Europe/London')::date, 'Pack ' || k."number" || ' was built', NULL, true
          FROM "pack" k WHERE ${ofPlans(sql`k."planId"`)} AND k."state" = 'READY'
            AND ${within(sql`(k."finishedAt" AT TIME ZONE 'Europe/London')::date`)}`,
        ]
      : []),
  ];
}

const VISITS: readonly PlanDateKind[] = ['MONITORING_VISIT', 'FOCUSED_VISIT', 'ADVISER_VISIT'];

/** As what a date that a person entered stands in the calendar. */
function calendarKindOf(kind: PlanDateKind): CalendarKind {
  if (VISITS.includes(kind)) return 'VISIT';
  return kind === 'BOARD' ? 'BOARD' : 'OTHER_DATE';
}

function entryOf(row: Raw, today: IsoDate): PlanWideEntry {
  const { part, id, planId, from, until, planDateKind, isSettled } = row;
  const of = { id: `${part} ${id}`, planId, date: from, until, reference: null, planDateKind };
  if (part === 'PLAN_DATE') {
    const kind = planDateKind ?? 'OTHER';
    const label = PLAN_DATE_KIND_LABELS[kind];
    const days = daysBetween(from, until) + 1;
    return {
      ...of,
      kind: calendarKindOf(kind),
      title: row.title === '' ? label : kind === 'OTHER' ? row.title : `${label}: ${row.title}`,
      words: [isSettled ? '' : 'expected', days > 1 ? `${days} days` : ''].filter(Boolean).join(', '),
      isDone: false,
      isLate: false,
      target: { to: 'PLAN_DATE', id },
    };
  }
  if (part === 'ROOM' || part === 'PACK') {
    const words = part === 'ROOM' && isSettled ? 'closed' : '';
    const more = { title: row.title, words, isDone: isSettled, isLate: false };
    return { ...of, kind: 'ROOM', ...more, target: { to: part, id } };
  }
  const isLate = !isSettled && from < today;
  const done = part === 'CLOCK' ? 'submitted' : 'done';
  return {
    ...of,
    kind: part,
    title: row.title,
    words: isSettled ? done : isLate ? 'late' : '',
    isDone: isSettled,
    isLate,
    target: { to: 'POSITION', id: null },
  };
}
