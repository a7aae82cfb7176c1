import type { Tx } from '@gt/db';

/** Marks on the list of who is there whoever has the chair now. */
export async function seatChair(tx: Tx, reviewId: string, chairId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "review_attendance" SET "isChair" = NOT "isChair"
    WHERE "reviewId" = ${reviewId} AND "isChair" <> ("userId" IS NOT DISTINCT FROM ${chairId})`;
}
