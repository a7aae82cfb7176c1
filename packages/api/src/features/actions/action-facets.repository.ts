import {
  type ActionFacetsInput,
  type ActionFacetsOut,
  type ActionFilter,
  EVIDENCE_FILTERS,
  FACET_FIELDS,
  type FacetField,
  MILESTONE_FILTERS,
} from '@gt/contracts/schemas';
import { type Db, joinSql, type Sql, sql } from '@gt/db';
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
  const { planId, filter } = input;
  const reviewAt = await lastReviewOf(db, scope, planId, filter);
  const conditionsOf = (part: ActionFilter) => filterConditions(scope, part, reviewAt);
  const parts = FACET_FIELDS.map((field) => partOf(filter, field));
  const narrowed = parts.flatMap((part, index) => {
    const conditions = conditionsOf(part);
    return conditions.length === 0 ? [] : [{ index, passes: sql`COALESCE(${all(conditions)}, false)` }];
  });
  const rest = conditionsOf(omit(filter, new Set(parts.flatMap((part) => Object.keys(part)))));
  const { from, visible } = await selectActions(db, scope, planId, {});
  const fails = narrowed.map(
    ({ index, passes }) => sql`CASE WHEN ${passes} THEN NULL ELSE ${index}::int END`,
  );
  const failed = fails.length === 0 ? sql`ARRAY[]::int[]` : sql`array_remove(ARRAY[${joinSql(fails)}], NULL)`;
  const values = FACET_FIELDS.map(
    (field, index) => sql`SELECT ${index}::int, x.v FROM (${valuesOf(scope, field)}) x(v)`,
  );
  const rows = await db.$queryRaw<{ field: number; value: string | null; count: number }[]>`
    SELECT v."field", v."value", count(*)::int AS "count"
    ${from}
    CROSS JOIN LATERAL (SELECT ${failed} AS "failed") f
    CROSS JOIN LATERAL (${joinSql(values, ' UNION ALL ')}) v("field", "value")
    WHERE ${all([visible, ...rest])} AND f."failed" <@ ARRAY[v."field"]
    GROUP BY v."field", v."value" ORDER BY v."field", "count" DESC, v."value"`;
  const facets = Object.fromEntries(
    FACET_FIELDS.map((field, index) => [
      field,
      rows.flatMap((row) => (row.field === index ? [{ value: row.value ?? '', count: row.count }] : [])),
    ]),
  ) as ActionFacetsOut['facets'];
  return { facets };
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
      return among(scope, EVIDENCE_FILTERS, (evidence) => ({ evidence }));
    case 'milestones':
      return among(scope, MILESTONE_FILTERS, (milestones) => ({ milestones }));
    case 'mismatch':
      return among(scope, ['ANY', 'UNEXPLAINED'], (mismatch) => ({ mismatch }));
    default:
      return among(scope, ['true'], () => ({ [field]: true }));
  }
}

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
