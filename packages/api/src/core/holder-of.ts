import type { IsoDate } from '@gt/contracts/words';
import { type Sql, sql } from '@gt/db';

/** Who holds a post on a day, as a column; the newest holding when two overlap at a handover. */
export function holderOf(postId: Sql, today: IsoDate): Sql {
  return sql`(SELECT hu."name" FROM "post_holding" h JOIN "user" hu ON hu."id" = h."userId"
    WHERE h."postId" = ${postId} AND h."fromDate" <= ${today}::date
      AND (h."toDate" IS NULL OR h."toDate" >= ${today}::date)
    ORDER BY h."fromDate" DESC, h."id" DESC LIMIT 1)`;
}
