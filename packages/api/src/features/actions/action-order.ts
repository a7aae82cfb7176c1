import type { ActionSort } from '@gt/contracts/schemas';
import { type Sql, sql } from '@gt/db';
import { shownRagSql } from './action-sql.ts';

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
