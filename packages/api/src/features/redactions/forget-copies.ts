import type { Tx } from '@gt/db';
import { TELLING_LENGTH } from '@gt/domain/redaction';
import type { Destroyable } from './destroyable.ts';

/**
 * Words that people took along into templates, saved views and lines of enquiry go with the record they came from: a
 * template kept from the action, a view that searches for the words. These are conveniences, so the whole of each goes.
 */
export async function forgetCopies(tx: Tx, { planId, texts }: Destroyable, now: Date): Promise<void> {
  const telling = texts.filter((text) => text.length >= TELLING_LENGTH);
  const inJson = telling.map((text) => JSON.stringify(text).slice(1, -1));
  const wholeInJson = texts.map((text) => JSON.stringify(text));
  await tx.$executeRaw`
    DELETE FROM "action_template" t WHERE (t."planId" = ${planId} OR t."planId" IS NULL) AND (
      EXISTS (SELECT 1 FROM unnest(${telling}::text[]) AS f
        WHERE position(f IN concat_ws(chr(10), t."name", t."title", t."detail", t."successMeasure")) > 0)
      OR EXISTS (SELECT 1 FROM unnest(${inJson}::text[]) AS f WHERE position(f IN t."milestones"::text) > 0)
      OR t."title" = ANY(${texts}::text[]) OR t."name" = ANY(${texts}::text[])
      OR EXISTS (SELECT 1 FROM unnest(${wholeInJson}::text[]) AS f WHERE position(f IN t."milestones"::text) > 0))`;
  await tx.$executeRaw`
    DELETE FROM "saved_view" v WHERE v."planId" = ${planId} AND (
      v."name" = ANY(${texts}::text[])
      OR EXISTS (SELECT 1 FROM unnest(${telling}::text[]) AS f WHERE position(f IN v."name") > 0)
      OR EXISTS (SELECT 1 FROM unnest(${inJson}::text[]) AS f WHERE position(f IN v."search"::text) > 0)
      OR v."search" ->> 'q' = ANY(${texts}::text[]))`;
  await tx.$executeRaw`
    UPDATE "line_of_enquiry" q SET "question" = '', "note" = '', "redactedAt" = ${now}, "deletedAt" = coalesce(q."deletedAt", ${now}),
      "version" = q."version" + 1
    WHERE q."planId" = ${planId} AND (q."question" = ANY(${texts}::text[]) OR q."note" = ANY(${texts}::text[])
      OR EXISTS (SELECT 1 FROM unnest(${telling}::text[]) AS f
        WHERE position(f IN concat_ws(chr(10), q."question", q."note")) > 0))`;
}
