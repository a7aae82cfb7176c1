import type { Rag } from '@gt/contracts/words';
import { sql } from '@gt/db';

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
  redactedAt: Date | null;
};

/** Columns over `pu` ("progress_update"): the same wherever an update is read, on screen or in a pack. */
export const updateTexts = sql`pu."id", pu."actionId", pu."authorId", pu."onBehalfOfId", pu."whatHappened",
  pu."difference", pu."inTheWay", pu."next", pu."rag"::text, pu."ragReason", pu."percentComplete", pu."createdAt",
  pu."correctsId", pu."redactedAt"`;
