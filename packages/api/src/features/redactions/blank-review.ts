import { type Sql, sql, type Tx } from '@gt/db';
import { TELLING_LENGTH } from '@gt/domain/redaction';
import { forgetReasons } from './blank-action.ts';
import { DESTROYED } from './destroyed.ts';

/**
 * Blanks everything that was said in a meeting: notes, closing words, decisions, corrections, and guests, who are named
 * by hand. What it decided stays numbered, and rated actions keep their colours; the reason that a note became goes
 * from its action. People with an account keep their names, as everywhere.
 */
export async function blankReview(
  tx: Tx,
  id: string,
  texts: readonly string[],
  redactedAt: Date,
): Promise<void> {
  const next = { redactedAt, version: { increment: 1 } };
  const { planId } = await tx.review.update({
    where: { id },
    data: { summary: '', ...next },
    select: { planId: true },
  });
  await tx.review.updateMany({
    where: { id, state: 'CANCELLED' },
    data: { cancelledReason: DESTROYED },
  });
  await tx.reviewItem.updateMany({ where: { reviewId: id, note: { not: '' } }, data: { note: '', ...next } });
  await tx.reviewDecision.updateMany({
    where: { reviewId: id },
    data: { text: DESTROYED, settledNote: '', ...next },
  });
  await tx.reviewCorrection.updateMany({ where: { reviewId: id }, data: { text: DESTROYED, redactedAt } });
  await tx.reviewAttendance.updateMany({
    where: { reviewId: id, userId: null },
    data: { name: DESTROYED, redactedAt },
  });
  await forgetReasons(tx, { planId }, texts);
}

/** What is known of a review before that, with the texts that would go. Null without it. */
export async function reviewTexts(tx: Tx, id: string) {
  const row = await tx.review.findUnique({
    where: { id },
    select: {
      planId: true,
      number: true,
      openedAt: true,
      summary: true,
      cancelledReason: true,
      items: { where: { note: { not: '' } }, select: { id: true, actionId: true, note: true } },
      decisions: { select: { id: true, text: true, settledNote: true } },
      corrections: { select: { text: true } },
      attendances: { where: { userId: null }, select: { name: true } },
    },
  });
  if (!row) return null;
  const { items, decisions, corrections, attendances } = row;
  return {
    planId: row.planId,
    reference: reviewReference(row.number),
    openedAt: row.openedAt,
    relatedIds: [
      id,
      ...items.flatMap((item) => [item.id, item.actionId ?? item.id]),
      ...decisions.map((decision) => decision.id),
    ],
    texts: [
      row.summary,
      row.cancelledReason,
      ...items.map(({ note }) => note),
      ...decisions.flatMap(({ text, settledNote }) => [text, settledNote]),
      ...corrections.map(({ text }) => text),
      ...attendances.map(({ name }) => name),
    ],
  };
}

/** "Review 7" */
export function reviewReference(number: number): string {
  return `Review ${number}`;
}

/** That a text of a meeting holds destroyed words: a telling one anywhere, any of them as a whole. */
function holds(column: Sql, texts: readonly string[]): Sql {
  const telling = texts.filter((text) => text.length >= TELLING_LENGTH);
  return sql`(btrim(${column}) = ANY(${[...texts]}::text[])
    OR EXISTS (SELECT 1 FROM unnest(${telling}::text[]) AS f WHERE position(f IN ${column}) > 0))`;
}

/**
 * What was said in meetings in the destroyed words goes with them: the note that became the reason for a colour, the
 * decision that quotes an update. The whole text goes, as nobody can say what is left of it; also of frozen reviews.
 */
export async function blankReviewCopies(
  tx: Tx,
  { planId, texts }: { planId: string; texts: readonly string[] },
  now: Date,
): Promise<void> {
  if (texts.length === 0) return;
  await tx.$executeRaw`
    UPDATE "review_item" i SET "note" = '', "redactedAt" = ${now}, "version" = i."version" + 1
    FROM "review" r WHERE r."id" = i."reviewId" AND r."planId" = ${planId}
      AND i."note" <> '' AND ${holds(sql`i."note"`, texts)}`;
  await tx.$executeRaw`
    UPDATE "review" SET "summary" = '', "redactedAt" = ${now}, "version" = "version" + 1
    WHERE "planId" = ${planId} AND "summary" <> '' AND ${holds(sql`"summary"`, texts)}`;
  await tx.$executeRaw`
    UPDATE "review_decision" SET "text" = ${DESTROYED}, "redactedAt" = ${now}, "version" = "version" + 1
    WHERE "planId" = ${planId} AND ${holds(sql`"text"`, texts)}`;
  await tx.$executeRaw`
    UPDATE "review_decision" SET "settledNote" = '', "version" = "version" + 1
    WHERE "planId" = ${planId} AND "settledNote" <> '' AND ${holds(sql`"settledNote"`, texts)}`;
  await tx.$executeRaw`
    UPDATE "review_correction" c SET "text" = ${DESTROYED}, "redactedAt" = ${now}
    FROM "review" r WHERE r."id" = c."reviewId" AND r."planId" = ${planId} AND ${holds(sql`c."text"`, texts)}`;
}

/**
 * Reviews of a plan with their words, for what still repeats destroyed ones: without the texts that vanish with them.
 * Columns as every record of `findRepeats` has them.
 */
export function reviewRepeatsSql(planId: string, texts: readonly string[]): Sql {
  const kept = (column: Sql) => sql`CASE WHEN NOT ${holds(column, texts)} THEN ${column} END`;
  return sql`
    SELECT 'REVIEW', v."id", v."id", NULL, v."number", NULL, false,
      concat_ws(chr(1), ${kept(sql`v."summary"`)}, v."cancelledReason",
        (SELECT string_agg(${kept(sql`x."note"`)}, chr(1)) FROM "review_item" x WHERE x."reviewId" = v."id"),
        (SELECT string_agg(concat_ws(chr(1), ${kept(sql`x."text"`)}, ${kept(sql`x."settledNote"`)}), chr(1))
          FROM "review_decision" x WHERE x."reviewId" = v."id"),
        (SELECT string_agg(${kept(sql`x."text"`)}, chr(1)) FROM "review_correction" x WHERE x."reviewId" = v."id"),
        (SELECT string_agg(x."name", chr(1)) FROM "review_attendance" x
          WHERE x."reviewId" = v."id" AND x."userId" IS NULL))
    FROM "review" v WHERE v."planId" = ${planId}`;
}
