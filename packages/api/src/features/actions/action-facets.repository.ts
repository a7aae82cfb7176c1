import {
  type ActionFacetsInput,
  type ActionFacetsOut,
  type ActionFilter,
  FACET_FIELDS,
  type FacetField,
  MILESTONE_FILTERS,
} from '@gt/contracts/schemas';
import { type Db, joinSql, type Sql, sql } from '@gt/db';
import { IS_ON_RECORD, isAccepted, isExpired, SHOWS_DIFFERENCE } from '../../core/evidence-sql.ts';
import type { Scope } from '../../core/scope.ts';
import { filterConditions } from './action-filter.ts';
import { all, calculatedRagSql, shownRagSql } from './action-sql.ts';
import { lastReviewOf, selectActions } from './select-actions.ts';

/** "Is empty" belongs to its field: choosing "no team" is choosing among the values of team. */
const EMPTY: Partial<Record<FacetField, readonly (keyof ActionFilter)[]>> = {
  teamIds: ['noTeam'],
  ownerPostIds: ['noOwner'],
  leadPostIds: ['noLead'],
  partnerTeamIds: ['noPartner'],
  recommendationIds: ['recommendationId'],
  evidence: ['noEvidence'],
};

/**
 * Counts for each field of the filter, in one statement (and one for a filter that names the last review). A row that
 * fails one field's part of the filter counts for that field alone; one that fails two, for none.
 */
export async function countFacets(db: Db, scope: Scope, input: ActionFacetsInput): Promise<ActionFacetsOut> {
  const { planId, filter, fields = FACET_FIELDS } = input;
  const reviewAt = await lastReviewOf(db, scope, planId, filter);
  const { from, visible } = await selectActions(db, scope, planId, {});
  const { rest, failed } = divided(filter, (part) => filterConditions(scope, part, reviewAt));
  const values = fields.map(
    (field) => sql`SELECT ${FACET_FIELDS.indexOf(field)}::int, x.v FROM (${valuesOf(scope, field)}) x(v)`,
  );
  const rows = await db.$queryRaw<{ field: number; value: string | null; count: number }[]>`
    SELECT v."field", v."value", count(*)::int AS "count"
    ${from}
    CROSS JOIN LATERAL (SELECT ${failed} AS "failed") f
    CROSS JOIN LATERAL (${joinSql(values, ' UNION ALL ')}) v("field", "value")
    WHERE ${all([visible, ...rest])} AND f."failed" <@ ARRAY[v."field"]
    GROUP BY v."field", v."value" ORDER BY v."field", "count" DESC, v."value"`;
  const byField = Map.groupBy(rows, ({ field }) => FACET_FIELDS[field]);
  const countsOf = (field: FacetField) =>
    (byField.get(field) ?? []).map(({ value, count }) => ({ value: value ?? '', count }));
  return { facets: Object.fromEntries(fields.map((field) => [field, countsOf(field)])) };
}

/** The filter as the conditions of no field counted, and the numbers of the fields whose part a row fails. */
function divided(filter: ActionFilter, conditionsOf: (part: ActionFilter) => Sql[]) {
  const parts = FACET_FIELDS.map((field) => partOf(filter, field));
  const fails = parts.flatMap((part, index) => {
    const conditions = conditionsOf(part);
    return conditions.length === 0
      ? []
      : [sql`CASE WHEN COALESCE(${all(conditions)}, false) THEN NULL ELSE ${index}::int END`];
  });
  return {
    rest: conditionsOf(omit(filter, new Set(parts.flatMap((part) => Object.keys(part))))),
    failed: fails.length === 0 ? sql`ARRAY[]::int[]` : sql`array_remove(ARRAY[${joinSql(fails)}], NULL)`,
  };
}

/** The part of the filter that speaks of one field. */
function partOf(filter: ActionFilter, field: FacetField): ActionFilter {
  const names = new Set<string>([field, ...(EMPTY[field] ?? [])]);
  return Object.fromEntries(
    Object.entries(filter).filter(([name, value]) => names.has(name) && value !== undefined),
  );
}

function omit(filter: ActionFilter, names: ReadonlySet<string>): ActionFilter {
  return Object.fromEntries(Object.entries(filter).filter(([name]) => !names.has(name)));
}

/** SELECT of the values that a row has in a field, as text; several, one, or none. */
function valuesOf(scope: Scope, field: FacetField): Sql {
  switch (field) {
    case 'teamIds':
      return sql`SELECT a."teamId"`;
    case 'ownerPostIds':
      // Empty where the filter's "no owner" is true: neither post nor person.
      return sql`SELECT a."ownerPostId" WHERE a."ownerPostId" IS NOT NULL OR a."ownerUserId" IS NULL`;
    case 'ownerUserIds':
      return sql`SELECT a."ownerUserId" WHERE a."ownerUserId" IS NOT NULL`;
    case 'leadPostIds':
      return sql`SELECT a."leadPostId"`;
    case 'partnerTeamIds':
      return sql`SELECT a."partnerTeamId"`;
    case 'supportingTeamIds':
      return sql`SELECT st."teamId" FROM "supporting_team" st WHERE st."actionId" = a."id"`;
    case 'recommendationIds':
      return sql`SELECT a."recommendationId" UNION
        SELECT s."recommendationId" FROM "also_serves" s WHERE s."actionId" = a."id"`;
    case 'judgementAreas':
      return sql`SELECT unnest(r."judgementAreas")`;
    case 'statuses':
      return sql`SELECT a."status"::text`;
    case 'rags':
      return sql`SELECT ${shownRagSql}`;
    case 'calculatedRags':
      return sql`SELECT ${calculatedRagSql(scope)}`;
    case 'priorities':
      return sql`SELECT a."priority"::text`;
    case 'acceptances':
      return sql`SELECT a."acceptance"::text`;
    case 'due':
      return among(scope, ['OVERDUE', 'DUE_14', 'NO_DATE'], (due) => ({ due }));
    case 'evidence':
      return evidenceValues(scope);
    case 'milestones':
      return among(scope, MILESTONE_FILTERS, (milestones) => ({ milestones }));
    case 'mismatch':
      return among(scope, ['ANY', 'UNEXPLAINED'], (mismatch) => ({ mismatch }));
    default:
      return among(scope, ['true'], () => ({ [field]: true }));
  }
}

/** As the filter's `evidence`, in one look at what is linked instead of one for each value. */
const evidenceValues = (scope: Scope): Sql => sql`SELECT unnest(array_remove(ARRAY[
    CASE WHEN a."status" <> 'CANCELLED' AND s."total" = 0 THEN 'NONE' END,
    CASE WHEN s."waiting" > 0 THEN 'WAITING' END,
    CASE WHEN s."returned" > 0 THEN 'RETURNED' END,
    CASE WHEN s."accepted" > 0 THEN 'ACCEPTED' END,
    CASE WHEN s."expired" > 0 THEN 'EXPIRED' END,
    CASE WHEN a."status" <> 'CANCELLED' AND s."impact" = 0 THEN 'NO_IMPACT' END], NULL))
  FROM (SELECT count(*) AS "total",
      count(*) FILTER (WHERE e."state" = 'SUBMITTED') AS "waiting",
      count(*) FILTER (WHERE e."state" = 'RETURNED') AS "returned",
      count(*) FILTER (WHERE ${isAccepted(scope)}) AS "accepted",
      count(*) FILTER (WHERE ${isExpired(scope)}) AS "expired",
      count(*) FILTER (WHERE ${isAccepted(scope)} AND ${SHOWS_DIFFERENCE}) AS "impact"
    FROM "evidence_link" l JOIN "evidence" e ON e."id" = l."evidenceId"
    WHERE l."actionId" = a."id" AND ${IS_ON_RECORD}) s`;

/** The values whose own filter a row would pass. */
function among<V extends string>(
  scope: Scope,
  values: readonly V[],
  filterBy: (value: V) => ActionFilter,
): Sql {
  return joinSql(
    values.map((value) => sql`SELECT ${value}::text WHERE ${all(filterConditions(scope, filterBy(value)))}`),
    ' UNION ALL ',
  );
}
