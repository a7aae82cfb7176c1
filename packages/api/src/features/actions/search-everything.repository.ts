import type { ActionSearchInput, ActionSearchOut } from '@gt/contracts/schemas';
import {
  DELIVERY_STATUS_LABELS,
  type DeliveryStatus,
  EVIDENCE_KIND_LABELS,
  type EvidenceKind,
} from '@gt/contracts/words';
import { type Db, joinSql, type Sql, sql } from '@gt/db';
import { holds, seesWholePlan } from '@gt/domain/authz';
import { holderOf } from '../../core/holder-of.ts';
import type { Scope } from '../../core/scope.ts';
import { all, isVisible } from './action-sql.ts';
import { searchConditions, wordQueries } from './search-words.ts';

/** The most that are shown, and the most of one kind. */
const SHOWN = 20;
const OF_A_KIND = 8;

type Found = ActionSearchOut['items'][number] & { place: number };

/**
 * Whatever fits the words, of every kind that the person may read: actions by all their words, evidence, measures and
 * recommendations by theirs, teams, posts and people by name; and what bears the reference typed. One statement.
 */
export async function searchEverything(
  db: Db,
  scope: Scope,
  input: ActionSearchInput,
): Promise<ActionSearchOut> {
  const q = input.q.trim();
  if (q === '') return { items: [] };
  const asked = { ...input, q };
  const { roles } = scope;
  const kinds = [
    actions(scope, asked),
    ...(holds(roles, 'recommendation.read') ? [recommendations(asked)] : []),
    ...(holds(roles, 'evidence.list') ? [evidence(scope, asked)] : []),
    ...(holds(roles, 'measure.read') ? [measures(asked)] : []),
    ...(holds(roles, 'team.read') ? [teams(asked), posts(scope, asked), people(asked)] : []),
  ];
  const rows = await db.$queryRaw<Found[]>`
    SELECT * FROM (${joinSql(
      kinds.map((kind) => sql`(${kind} ORDER BY "place", "sort", "reference" LIMIT ${OF_A_KIND})`),
      ' UNION ALL ',
    )}) found ORDER BY "place", "kindPlace", "sort", "reference" LIMIT ${SHOWN}`;
  return {
    items: rows.map(({ kind, id, planId, reference, title, about }) => ({
      kind,
      id,
      planId,
      reference,
      title,
      about: aboutOf(kind, about),
    })),
  };
}

function aboutOf(kind: Found['kind'], about: string): string {
  if (kind === 'EVIDENCE') return EVIDENCE_KIND_LABELS[about as EvidenceKind];
  if (kind !== 'ACTION') return about;
  const [status, team] = about.split('|');
  return [DELIVERY_STATUS_LABELS[status as DeliveryStatus], team].filter(Boolean).join(', ');
}

type Asked = ActionSearchInput & { q: string };

function inPlan(planId: string | undefined): Sql {
  return planId ? sql`pl."deletedAt" IS NULL AND pl."id" = ${planId}` : sql`pl."deletedAt" IS NULL`;
}

/** Every word occurs in the text, in any form of letters. */
function hasWords(text: Sql, q: string): Sql {
  const words = q.split(/\s+/).slice(0, 10);
  return all(words.map((word) => sql`${text} ILIKE ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`));
}

/** The number in a reference of one letter, such as "E12"; 0, which nothing bears, for anything else. */
function numberIn(letter: string, q: string): number {
  const match = new RegExp(`^${letter}([1-9]\\d{0,6})$`, 'i').exec(q);
  return match ? Number(match[1]) : 0;
}

/** What begins with the words as typed comes first, then what holds them. */
function place(text: Sql, q: string, exact: Sql = sql`false`): Sql {
  const start = `${q.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`CASE WHEN ${exact} THEN 0 WHEN ${text} ILIKE ${start} THEN 1 ELSE 2 END`;
}

function actions(scope: Scope, { q, planId }: Asked): Sql {
  return sql`SELECT 'ACTION' AS "kind", 1 AS "kindPlace", a."id", a."planId", 'R' || r."number" || '.A' || a."number" AS "reference",
      a."title", a."status"::text || '|' || COALESCE(t."name", '') AS "about",
      ${place(sql`a."title"`, q)} AS "place",
      (a."status" IN ('CLOSED', 'CANCELLED'))::int * 1000000 + r."number" * 1000 + a."number" AS "sort"
    FROM "action" a JOIN "recommendation" r ON r."id" = a."recommendationId" JOIN "plan" pl ON pl."id" = a."planId"
    LEFT JOIN "team" t ON t."id" = a."teamId"
    WHERE ${all([isVisible(scope), inPlan(planId), ...searchConditions(q)])}`;
}

function recommendations({ q, planId }: Asked): Sql {
  const isNumber = sql`r."number" = ${numberIn('r', q)}`;
  return sql`SELECT 'RECOMMENDATION', 2, r."id", r."planId", 'R' || r."number" AS "reference", left(r."quote", 200), '',
      ${place(sql`r."quote"`, q, isNumber)} AS "place", r."number" AS "sort"
    FROM "recommendation" r JOIN "plan" pl ON pl."id" = r."planId"
    WHERE r."deletedAt" IS NULL AND ${inPlan(planId)} AND (${isNumber} OR ${hasWords(sql`r."quote"`, q)})`;
}

function evidence(scope: Scope, { q, planId }: Asked): Sql {
  const isNumber = sql`e."number" = ${numberIn('e', q)}`;
  const words = wordQueries(q).map(({ query }) => sql`e."id" IN (SELECT "evidence_with"(${query}))`);
  const seen = seesWholePlan(scope.roles)
    ? sql`true`
    : sql`EXISTS (SELECT 1 FROM "evidence_link" l JOIN "action" a ON a."id" = l."actionId"
        WHERE l."evidenceId" = e."id" AND ${isVisible(scope)})`;
  return sql`SELECT 'EVIDENCE', 3, e."id", e."planId", 'E' || e."number" AS "reference", e."title", e."kind"::text,
      ${place(sql`e."title"`, q, isNumber)} AS "place", -e."number" AS "sort"
    FROM "evidence" e JOIN "plan" pl ON pl."id" = e."planId"
    WHERE e."deletedAt" IS NULL AND e."redactedAt" IS NULL AND ${inPlan(planId)} AND ${seen}
      AND (${isNumber} OR ${words.length > 0 ? all(words) : sql`false`})`;
}

function measures({ q, planId }: Asked): Sql {
  const isNumber = sql`me."number" = ${numberIn('m', q)}`;
  return sql`SELECT 'MEASURE', 4, me."id", me."planId", 'M' || me."number" AS "reference", me."name", 'R' || r."number",
      ${place(sql`me."name"`, q, isNumber)} AS "place", me."number" AS "sort"
    FROM "measure" me JOIN "plan" pl ON pl."id" = me."planId"
    JOIN "recommendation" r ON r."id" = me."recommendationId"
    WHERE me."deletedAt" IS NULL AND ${inPlan(planId)}
      AND (${isNumber} OR ${hasWords(sql`me."name" || ' ' || me."definition"`, q)})`;
}

function teams({ q }: Asked): Sql {
  return sql`SELECT 'TEAM', 5, t."id", NULL, '' AS "reference", t."name", '', ${place(sql`t."name"`, q)} AS "place", 0 AS "sort"
    FROM "team" t WHERE t."archivedAt" IS NULL AND ${hasWords(sql`t."name"`, q)}`;
}

function posts(scope: Scope, { q }: Asked): Sql {
  return sql`SELECT 'POST', 6, p."id", NULL, '' AS "reference", p."title",
      COALESCE(${holderOf(sql`p."id"`, scope.today)}, ''), ${place(sql`p."title"`, q)} AS "place", 0 AS "sort"
    FROM "post" p WHERE p."archivedAt" IS NULL AND ${hasWords(sql`p."title"`, q)}`;
}

function people({ q }: Asked): Sql {
  return sql`SELECT 'PERSON', 7, u."id", NULL, '' AS "reference", u."name", '', ${place(sql`u."name"`, q)} AS "place", 0 AS "sort"
    FROM "user" u WHERE u."deactivatedAt" IS NULL AND ${hasWords(sql`u."name"`, q)}`;
}
