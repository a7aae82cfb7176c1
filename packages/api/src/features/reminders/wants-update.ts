import type { IsoDate } from '@gt/contracts/words';
import { type Sql, sql } from '@gt/db';

/**
 * Over `a` ("action"): work is under way, or should be, and nobody has said anything of it since the last review. What
 * waits for a check of its evidence waits for somebody else, and what has not begun by its start date for its day.
 */
export function wantsUpdate(today: IsoDate, reviewedAt: Sql): Sql {
  return sql`(a."status" IN ('NOT_STARTED', 'IN_PROGRESS', 'REOPENED')
    AND NOT (a."status" = 'NOT_STARTED' AND COALESCE(a."startDate" > ${today}::date, false))
    AND (a."lastUpdateAt" IS NULL OR a."lastUpdateAt" < ${reviewedAt}))`;
}
