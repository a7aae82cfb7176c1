import type { CalendarEntry, CalendarSpanOut } from '@gt/contracts/schemas';
import type { CalendarKind, CalendarScope, IsoDate } from '@gt/contracts/words';
import { type Db, emptySql, joinSql, type Sql, sql } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { seesWholePlan } from '@gt/domain/authz';
import { recommendationReference } from '@gt/domain/recommendation';
import type { Scope } from '../../core/scope.ts';
import { all, isMine, isVisible } from '../actions/action-sql.ts';

/** An entry, and of which plan. */
export type RecordEntry = CalendarEntry & { planId: string };

export type RecordSpan = {
  planIds: readonly string[];
  from: IsoDate;
  to: IsoDate;
  scope: CalendarScope;
  kinds: ReadonlySet<CalendarKind>;
  /** So many of a kind are named on one day; the rest is counted. */
  most: number;
};

type Raw = {
  kind: 'DUE' | 'MILESTONE' | 'ASK' | 'SUSTAIN';
  id: string;
  planId: string;
  day: IsoDate;
  recommendation: number;
  number: number;
  title: string;
  isDone: boolean;
  actionId: string | null;
  recommendationId: string;
  total: number;
};

/**
 * Due dates of the records of some plans in a span of days: of each day and kind the first few with how many there are, decided in
 * the database. One statement, however many actions; a partner finds only what hangs on their own actions.
 */
export async function recordDates(
  db: Db,
  scope: Scope,
  span: RecordSpan,
): Promise<{ entries: RecordEntry[]; crowds: CalendarSpanOut['crowds'] }> {
  const parts = partsOf(scope, span);
  if (parts.length === 0) return { entries: [], crowds: [] };
  const rows = await db.$queryRaw<Raw[]>`
    SELECT "kind", "id", "planId", "day"::text AS "day", "recommendation", "number", "title", "isDone", "actionId",
      "recommendationId", "total"
    FROM (SELECT w.*, (count(*) OVER of)::int AS "total",
        row_number() OVER (PARTITION BY w."kind", w."day" ORDER BY w."isDone", w."recommendation", w."number", w."id")
          AS "place"
      FROM (${joinSql(parts, ' UNION ALL ')}) w WINDOW of AS (PARTITION BY w."kind", w."day")) ranked
    WHERE "place" <= ${span.most}
    ORDER BY "day", "kind", "place"`;
  const crowds = new Map<string, CalendarSpanOut['crowds'][number]>();
  for (const { kind, day, total } of rows) {
    if (total > span.most) crowds.set(`${kind} ${day}`, { date: day, kind, total });
  }
  return { entries: rows.map((row) => entryOf(row, scope.today)), crowds: [...crowds.values()] };
}

const WORDS: Record<Raw['kind'], { done: string; late: string }> = {
  DUE: { done: 'closed', late: 'overdue' },
  MILESTONE: { done: 'done', late: 'late' },
  ASK: { done: 'settled', late: 'overdue' },
  SUSTAIN: { done: 'checked', late: 'late' },
};

function entryOf(row: Raw, today: IsoDate): RecordEntry {
  const { kind, id, planId, day, isDone } = row;
  const isLate = !isDone && day < today;
  return {
    id: `${kind} ${id}`,
    planId,
    kind,
    date: day,
    until: day,
    reference:
      row.number > 0
        ? actionReference(row.recommendation, row.number)
        : recommendationReference(row.recommendation),
    title: row.title,
    words: isDone ? WORDS[kind].done : isLate ? WORDS[kind].late : '',
    isDone,
    isLate,
    target: targetOf(row),
  };
}

function targetOf({ kind, id, actionId, recommendationId }: Raw): CalendarEntry['target'] {
  if (kind === 'ASK') return { to: 'ASK', id };
  if (kind === 'SUSTAIN') return { to: 'RECOMMENDATION', id: recommendationId };
  return { to: 'ACTION', id: actionId };
}

/** The statements of the kinds that are asked for. What hangs on no action is for those who see the whole plan. */
function partsOf(scope: Scope, { planIds, from, to, scope: whose, kinds }: RecordSpan): Sql[] {
  const seesAll = seesWholePlan(scope.roles);
  const within = (column: Sql) => sql`${column} BETWEEN ${from}::date AND ${to}::date`;
  const ofPlans = (column: Sql) => sql`${column} = ANY(${[...planIds]}::text[])`;
  const actions = all([
    sql`${ofPlans(sql`a."planId"`)} AND a."status" <> 'CANCELLED'`,
    isVisible(scope),
    whose === 'MINE' ? isMine(scope) : whose === 'TEAM' ? isOfMyTeams(scope) : sql`true`,
  ]);
  const joined = sql`JOIN "recommendation" r ON r."id" = a."recommendationId"`;
  return [
    ...(kinds.has('DUE')
      ? [
          sql`SELECT 'DUE' AS "kind", a."id", a."planId", a."dueDate" AS "day", r."number" AS "recommendation", a."number",
            a."title", a."status" = 'CLOSED' AS "isDone", a."id" AS "actionId", r."id" AS "recommendationId"
          FROM "action" a ${joined} WHERE ${actions} AND ${within(sql`a."dueDate"`)}`,
        ]
      : []),
    ...(kinds.has('MILESTONE')
      ? [
          sql`SELECT 'MILESTONE' AS "kind", m."id", a."planId", m."dueDate" AS "day", r."number" AS "recommendation", a."number",
            m."title", m."doneOn" IS NOT NULL AS "isDone", a."id" AS "actionId", r."id" AS "recommendationId"
          FROM "milestone" m JOIN "action" a ON a."id" = m."actionId" ${joined}
          WHERE ${actions} AND m."deletedAt" IS NULL AND ${within(sql`m."dueDate"`)}`,
        ]
      : []),
    ...(kinds.has('ASK') && seesAll
      ? [
          sql`SELECT 'ASK' AS "kind", k."id", k."planId", k."dueDate" AS "day", r."number" AS "recommendation",
            coalesce(a."number", 0) AS "number", k."text" AS "title", k."state" = 'DONE' AS "isDone",
            k."actionId", r."id" AS "recommendationId"
          FROM "evidence_ask" k
          JOIN "recommendation" r ON r."id" = k."recommendationId" AND r."deletedAt" IS NULL
          LEFT JOIN "action" a ON a."id" = k."actionId" AND a."deletedAt" IS NULL
          WHERE ${ofPlans(sql`k."planId"`)} AND k."state" <> 'WITHDRAWN' AND ${within(sql`k."dueDate"`)}
            ${ofPost(scope, whose, sql`k."postId"`)}`,
        ]
      : []),
    ...(kinds.has('SUSTAIN') && seesAll
      ? [
          sql`SELECT 'SUSTAIN' AS "kind", c."id", r."planId", c."dueDate" AS "day", r."number" AS "recommendation", 0 AS "number",
            'Does it last after ' || c."months" || ' months?' AS "title", c."state" <> 'WAITING' AS "isDone",
            NULL::text AS "actionId", r."id" AS "recommendationId"
          FROM "sustain_check" c
          JOIN "recommendation_closure" cl ON cl."id" = c."closureId" AND cl."reopenedAt" IS NULL
          JOIN "recommendation" r ON r."id" = cl."recommendationId" AND r."deletedAt" IS NULL
          WHERE ${ofPlans(sql`r."planId"`)} AND ${within(sql`c."dueDate"`)}
            ${ofPost(scope, whose, sql`r."leadPostId"`)}`,
        ]
      : []),
  ];
}

/** Given to, or supported by, a team that the person works in; or their own. */
function isOfMyTeams(scope: Scope): Sql {
  const teamIds = [...scope.teamIds];
  return sql`(a."teamId" = ANY(${teamIds}::text[]) OR a."partnerTeamId" = ANY(${teamIds}::text[])
    OR EXISTS (SELECT 1 FROM "supporting_team" st WHERE st."actionId" = a."id" AND st."teamId" = ANY(${teamIds}::text[]))
    OR (${isMine(scope)}))`;
}

/** What is asked of a post: mine when I hold it, my teams' when it is one of theirs. */
function ofPost(scope: Scope, whose: CalendarScope, column: Sql): Sql {
  if (whose === 'PLAN') return emptySql;
  const isHeld = sql`${column} = ANY(${[...scope.postIds]}::text[])`;
  if (whose === 'MINE') return sql`AND ${isHeld}`;
  return sql`AND (${isHeld} OR EXISTS (SELECT 1 FROM "post" po WHERE po."id" = ${column}
    AND po."teamId" = ANY(${[...scope.teamIds]}::text[])))`;
}
