import type { ActionGroup, ActionSort } from '@gt/contracts/schemas';
import { ACCEPTANCES, DELIVERY_STATUSES, PRIORITIES } from '@gt/contracts/words';
import { type Sql, sql } from '@gt/db';
import { holds } from '@gt/domain/authz';
import { RAG_BY_URGENCY } from '@gt/domain/rag';
import { IS_ON_RECORD, isExpired } from '../../core/evidence-sql.ts';
import type { Scope } from '../../core/scope.ts';
import { calculatedRagSql, shownRagSql, timesMovedSql } from './action-sql.ts';
import type { SortKey } from './list-cursor.ts';
import { isOpenPredecessor } from './rag-facts.ts';

/** A word's place in its list, so that "urgent" comes before "high". */
function placeIn(words: readonly string[], column: Sql): Sql {
  return sql`array_position(${[...words]}::text[], ${column}::text)`;
}

// Names come by the joins of `joinsFor`, once a statement and not once a row.
const TEAM_NAME = sql`lower(t."name")`;
const POST_TITLE = sql`lower(p."title")`;
const PERSON_NAME = sql`lower(u."name")`;

/** The column of each sort over `a`, `r`, `pl` and what `joinsFor` adds; what is empty sorts as null, and so comes last either way. */
function sortColumn(scope: Scope, by: Exclude<ActionSort, 'reference'>): Omit<SortKey, 'descending'> {
  switch (by) {
    case 'title':
      return { kind: 'text', column: sql`lower(a."title")`, isFilled: true };
    case 'team':
      return { kind: 'text', column: TEAM_NAME };
    case 'owner':
      return { kind: 'text', column: sql`COALESCE(${POST_TITLE}, ${PERSON_NAME})` };
    case 'leadPost':
      return {
        kind: 'text',
        column: sql`lower(lp."title")`,
      };
    case 'partner':
      return {
        kind: 'text',
        column: sql`lower(pt."name")`,
      };
    case 'supportingTeams':
      return {
        kind: 'text',
        column: sql`(SELECT min(lower(t."name")) FROM "supporting_team" st JOIN "team" t ON t."id" = st."teamId"
          WHERE st."actionId" = a."id")`,
      };
    case 'measures':
      return {
        kind: 'text',
        // Those who do not read measures learn no name, not even from the order or from a cursor.
        column: !holds(scope.roles, 'measure.read')
          ? sql`NULL::text`
          : sql`(SELECT min(lower(me."name")) FROM "action_measure" am JOIN "measure" me ON me."id" = am."measureId"
          WHERE am."actionId" = a."id" AND me."deletedAt" IS NULL)`,
      };
    case 'startDate':
      return { kind: 'date', column: sql`a."startDate"` };
    case 'dueDate':
      return { kind: 'date', column: sql`a."dueDate"` };
    case 'originalDueDate':
      return { kind: 'date', column: sql`a."originalDueDate"` };
    case 'lastUpdateAt':
      return { kind: 'instant', column: sql`a."lastUpdateAt"` };
    case 'reviewMarkedAt':
      return { kind: 'instant', column: sql`a."reviewMarkedAt"` };
    default:
      return { kind: 'int', column: countColumn(scope, by) };
  }
}

type Counted =
  | 'acceptance'
  | 'timesMoved'
  | 'rag'
  | 'calculatedRag'
  | 'status'
  | 'priority'
  | 'percentComplete'
  | 'milestones'
  | 'waitsFor'
  | 'evidence'
  | 'commentCount';

function countColumn(scope: Scope, by: Counted): Sql {
  switch (by) {
    case 'acceptance':
      return placeIn(ACCEPTANCES, sql`a."acceptance"`);
    case 'timesMoved':
      return timesMovedSql;
    case 'rag':
      return placeIn(RAG_BY_URGENCY, shownRagSql);
    case 'calculatedRag':
      return placeIn(RAG_BY_URGENCY, calculatedRagSql(scope));
    case 'status':
      return placeIn(DELIVERY_STATUSES, sql`a."status"`);
    case 'priority':
      return placeIn(PRIORITIES, sql`a."priority"`);
    case 'percentComplete':
      return sql`a."percentComplete"`;
    case 'milestones':
      return sql`(SELECT NULLIF(count(*), 0)::int FROM "milestone" m
        WHERE m."actionId" = a."id" AND m."deletedAt" IS NULL AND m."doneOn" IS NULL)`;
    case 'waitsFor':
      return sql`(SELECT NULLIF(count(*), 0)::int FROM "action_dependency" d
        JOIN "action" p ON p."id" = d."predecessorId" WHERE d."successorId" = a."id" AND ${isOpenPredecessor})`;
    case 'evidence':
      return sql`(SELECT count(*)::int FROM "evidence_link" l JOIN "evidence" e ON e."id" = l."evidenceId"
        WHERE l."actionId" = a."id" AND ${IS_ON_RECORD} AND NOT ${isExpired(scope)})`;
    case 'commentCount':
      return sql`(SELECT count(*)::int FROM "action_comment" c
        WHERE c."actionId" = a."id" AND c."deletedAt" IS NULL)`;
  }
}

/** How rows are gathered: the group's key as text (null: none), its name where the database knows it, its order. */
export type GroupColumns = { key: Sql; name: Sql; order: Omit<SortKey, 'descending'> };

const NO_NAME = sql`NULL::text`;

export function groupColumns(by: ActionGroup): GroupColumns {
  switch (by) {
    case 'team':
      return {
        key: sql`a."teamId"`,
        name: sql`t."name"`,
        order: { kind: 'text', column: sql`${TEAM_NAME} || ' ' || a."teamId"` },
      };
    case 'owner':
      return {
        key: sql`COALESCE('post:' || a."ownerPostId", 'person:' || a."ownerUserId")`,
        name: sql`COALESCE(p."title", u."name")`,
        order: {
          kind: 'text',
          column: sql`COALESCE(${POST_TITLE}, ${PERSON_NAME}) || ' ' || COALESCE(a."ownerPostId", a."ownerUserId")`,
        },
      };
    case 'recommendation':
      return {
        key: sql`a."recommendationId"`,
        name: sql`'R' || r."number" || ' ' || upper(left(r."quote", 1)) || substr(r."quote", 2)`,
        order: { kind: 'int', column: sql`r."number"` },
      };
    case 'dueMonth': {
      const month = sql`to_char(a."dueDate", 'YYYY-MM')`;
      return { key: month, name: NO_NAME, order: { kind: 'text', column: month } };
    }
    case 'status':
      return worded(sql`a."status"::text`, DELIVERY_STATUSES);
    case 'rag':
      return worded(shownRagSql, RAG_BY_URGENCY);
    case 'priority':
      return worded(sql`a."priority"::text`, PRIORITIES);
    case 'acceptance':
      return worded(sql`a."acceptance"::text`, ACCEPTANCES);
  }
}

function worded(key: Sql, words: readonly string[]): GroupColumns {
  return { key, name: NO_NAME, order: { kind: 'int', column: placeIn(words, key) } };
}

/** By what rows are ordered, most important first; the reference decides among equals, so that no two rows tie. */
export function sortKeys(
  scope: Scope,
  sort: { by: ActionSort; descending: boolean },
  groupBy?: ActionGroup,
): SortKey[] {
  const byReference = sort.by === 'reference' && sort.descending;
  return [
    ...(groupBy ? [{ ...groupColumns(groupBy).order, descending: false }] : []),
    ...(sort.by === 'reference' ? [] : [{ ...sortColumn(scope, sort.by), descending: sort.descending }]),
    { kind: 'int', column: sql`r."number"`, descending: byReference, isFilled: true },
    { kind: 'int', column: sql`a."number"`, descending: byReference, isFilled: true },
  ];
}
