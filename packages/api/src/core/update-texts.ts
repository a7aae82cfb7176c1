import type { Rag } from '@gt/contracts/words';
import { type Sql, sql } from '@gt/db';

/** A progress update as its author wrote it; the columns of `updateTexts`. */
export type UpdateTexts = {
  id: string;
  actionId: string;
  authorId: string;
  onBehalfOfId: string | null;
  whatHappened: string;
  difference: string;
  inTheWay: string;
  next: string;
  rag: Rag;
  ragReason: string;
  percentComplete: number;
  createdAt: Date;
  correctsId: string | null;
  nothingChanged: boolean;
  sameAsLast: number | null;
  /** The link by which somebody without an account wrote it, and their post; the author is whoever made the link. */
  linkId: string | null;
  writtenBy: string;
  redactedAt: Date | null;
};

/** Columns over `pu` ("progress_update"): the same wherever an update is read, on screen or in a pack. */
export const updateTexts = sql`pu."id", pu."actionId", pu."authorId", pu."onBehalfOfId", pu."whatHappened",
  pu."difference", pu."inTheWay", pu."next", pu."rag"::text, pu."ragReason", pu."percentComplete", pu."createdAt",
  pu."correctsId", pu."nothingChanged", pu."sameAsLast", pu."linkId", pu."writtenBy", pu."redactedAt"`;

/** Over `pu`: the words that stand, which no later update has put right. */
export const isLatestWords = sql`NOT EXISTS (SELECT 1 FROM "progress_update" later WHERE later."correctsId" = pu."id")`;

/**
 * A recursive "chain" of updates: each that stands ("headId") with itself and every one that it put right ("id"), the
 * first being the farthest. `which` names those that stand, over `pu`. Goes after WITH RECURSIVE.
 */
export function updateChains(which: Sql): Sql {
  return sql`"chain" AS (
    SELECT pu."id" AS "headId", pu."id", pu."correctsId", pu."createdAt", 0 AS "depth"
    FROM "progress_update" pu WHERE ${which} AND ${isLatestWords}
    UNION ALL
    SELECT c."headId", earlier."id", earlier."correctsId", earlier."createdAt", c."depth" + 1
    FROM "chain" c JOIN "progress_update" earlier ON earlier."id" = c."correctsId")`;
}
