import type { Tx } from '@gt/db';
import { TELLING_LENGTH } from '@gt/domain/redaction';

/**
 * Blanks what somebody wrote on the cover of a pack. A finished one loses its bytes with it, since nothing can be taken
 * out of what was signed; one that is still to be built is put together anew.
 */
export async function blankPack(tx: Tx, id: string, redactedAt: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "pack" SET "coverNote" = '', "content" = NULL, "manifest" = NULL, "omissions" = NULL,
      "redactedAt" = CASE WHEN "state" IN ('QUEUED', 'BUILDING') THEN "redactedAt" ELSE ${redactedAt} END
    WHERE "id" = ${id}`;
}

/**
 * Packs of every state on whose cover destroyed words were repeated lose the cover, and finished ones their bytes.
 * Answers the contents that they held.
 */
export async function blankCovers(
  tx: Tx,
  { planId, texts }: { planId: string; texts: readonly string[] },
  redactedAt: Date,
): Promise<string[]> {
  const telling = texts.filter((text) => text.length >= TELLING_LENGTH);
  const packs = await tx.$queryRaw<{ id: string; sha256: string | null }[]>`
    SELECT p."id", p."sha256" FROM "pack" p WHERE p."planId" = ${planId} AND p."coverNote" <> ''
      AND (btrim(p."coverNote") = ANY(${[...texts]}::text[])
        OR EXISTS (SELECT 1 FROM unnest(${telling}::text[]) AS f WHERE position(f IN p."coverNote") > 0))`;
  for (const { id } of packs) await blankPack(tx, id, redactedAt);
  return packs.flatMap(({ sha256 }) => sha256 ?? []);
}

/** What is known of a pack before that. Null without it. */
export async function packTexts(tx: Tx, id: string) {
  const row = await tx.pack.findUnique({
    where: { id },
    select: { planId: true, number: true, coverNote: true, sha256: true, redactedAt: true },
  });
  if (!row) return null;
  const { planId, number, coverNote, sha256, redactedAt } = row;
  return {
    planId,
    reference: packReference(number),
    texts: [coverNote],
    sha256s: redactedAt === null && sha256 !== null && coverNote !== '' ? [sha256] : [],
  };
}

/** "Pack 7" */
export function packReference(number: number): string {
  return `Pack ${number}`;
}
