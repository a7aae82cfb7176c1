import type { ActionFilter, ActionSort } from '@gt/contracts/schemas';
import { emptySql, type Sql, sql } from '@gt/db';
import { parseActionReference } from '@gt/domain/action';
import { addDays } from '@gt/domain/calendar';
import type { Scope } from '../../core/scope.ts';
import {
  calculatedRagSql,
  hasEvidence,
  isMismatchSql,
  isOpen,
  isSilentSql,
  shownRagSql,
} from './action-sql.ts';

/** "Due soon" means due today or within this many days. */
export const DUE_SOON_DAYS = 14;

/** The filter of the plan's table as conditions over `a` ("action") and `r` ("recommendation"). */
export function filterConditions(scope: Scope, filter: ActionFilter): Sql[] {
  const { teamIds, ownerPostIds, ownerUserIds, statuses, rags, calculatedRags, priorities } = filter;
  const found: Sql[] = [];
  if (teamIds) found.push(sql`a."teamId" = ANY(${teamIds}::text[])`);
  if (ownerPostIds) found.push(sql`a."ownerPostId" = ANY(${ownerPostIds}::text[])`);
  if (ownerUserIds) found.push(sql`a."ownerUserId" = ANY(${ownerUserIds}::text[])`);
  if (statuses) found.push(sql`a."status" = ANY(${statuses}::"DeliveryStatus"[])`);
  if (priorities) found.push(sql`a."priority" = ANY(${priorities}::"Priority"[])`);
  if (rags) found.push(sql`${shownRagSql} = ANY(${rags}::text[])`);
  if (calculatedRags) found.push(sql`${calculatedRagSql(scope)} = ANY(${calculatedRags}::text[])`);
  if (filter.recommendationId) found.push(sql`a."recommendationId" = ${filter.recommendationId}`);
  if (filter.due) found.push(dueCondition(scope, filter.due));
  // What is cancelled needs none, and the position counts it so.
  if (filter.noEvidence) found.push(sql`(a."status" <> 'CANCELLED' AND NOT ${hasEvidence(null)})`);
  if (filter.silent) found.push(isSilentSql(scope));
  if (filter.mismatch) found.push(isMismatchSql(scope));
  if (filter.q) found.push(...searchConditions(filter.q));
  return found;
}

export function isOverdueSql(scope: Scope): Sql {
  return sql`(${isOpen} AND a."dueDate" < ${scope.today}::date)`;
}

function dueCondition(scope: Scope, due: NonNullable<ActionFilter['due']>): Sql {
  if (due === 'OVERDUE') return isOverdueSql(scope);
  if (due === 'NO_DATE') return sql`a."dueDate" IS NULL`;
  if (due === 'DUE_14') {
    const until = addDays(scope.today, DUE_SOON_DAYS);
    return sql`(${isOpen} AND a."dueDate" BETWEEN ${scope.today}::date AND ${until}::date)`;
  }
  return sql`(a."dueDate" IS NOT NULL
    ${due.from ? sql`AND a."dueDate" >= ${due.from}::date` : emptySql}
    ${due.to ? sql`AND a."dueDate" <= ${due.to}::date` : emptySql})`;
}

/** Every word must occur in reference, title or detail; a whole reference means that action and no other. */
function searchConditions(q: string): Sql[] {
  const numbers = parseActionReference(q);
  if (numbers) return [sql`(r."number" = ${numbers.recommendation} AND a."number" = ${numbers.action})`];
  const words = q.split(/\s+/).filter((word) => word !== '');
  return words.slice(0, 10).map((word) => {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    return sql`(a."title" ILIKE ${pattern} OR a."detail" ILIKE ${pattern}
      OR 'R' || r."number" || '.A' || a."number" ILIKE ${pattern})`;
  });
}

/** Severity first: red, amber, green, not rated, blue. */
const RAG_ORDER = sql`array_position(ARRAY['RED', 'AMBER', 'GREEN', 'NONE', 'BLUE'], ${shownRagSql})`;

const SORT_COLUMNS: Record<Exclude<ActionSort, 'reference'>, Sql> = {
  title: sql`lower(a."title")`,
  team: sql`(SELECT lower(t."name") FROM "team" t WHERE t."id" = a."teamId")`,
  owner: sql`COALESCE(
    (SELECT lower(p."title") FROM "post" p WHERE p."id" = a."ownerPostId"),
    (SELECT lower(u."name") FROM "user" u WHERE u."id" = a."ownerUserId"))`,
  dueDate: sql`a."dueDate"`,
  rag: RAG_ORDER,
  status: sql`a."status"`,
  percentComplete: sql`a."percentComplete"`,
  lastUpdateAt: sql`a."lastUpdateAt"`,
  priority: sql`a."priority"`,
};

/** ORDER BY of the plan's table; what is absent comes last either way, and the reference decides among equals. */
export function orderBy(sort: { by: ActionSort; descending: boolean }): Sql {
  if (sort.by === 'reference') {
    return sort.descending ? sql`r."number" DESC, a."number" DESC` : sql`r."number", a."number"`;
  }
  const column = SORT_COLUMNS[sort.by];
  return sql`${column} ${sort.descending ? sql`DESC` : sql`ASC`} NULLS LAST, r."number", a."number"`;
}
