import type { ScreeningOfReviewOut } from '@gt/contracts/schemas';
import type { Db } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { screenText } from '@gt/domain/screening';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { screeningOptions } from './screening-options.ts';

/** The longest stretch of words that is told of one finding. */
const LONGEST = 80;
const MOST = 100;

/**
 * What may identify somebody in the notes, decisions and closing words of a review: looked through once more on the
 * server before its minutes are made. Whoever closes the review decides; nothing is refused. Throws NOT_FOUND.
 */
export async function screenReview(db: Db, scope: Scope, reviewId: string): Promise<ScreeningOfReviewOut> {
  const review = await db.review.findUnique({ where: { id: reviewId }, select: { summary: true } });
  if (!review) throw notFound('review');
  const notes = await db.$queryRaw<{ recommendation: number | null; number: number | null; note: string }[]>`
    SELECT r."number" AS "recommendation", a."number", i."note" FROM "review_item" i
    LEFT JOIN "action" a ON a."id" = i."actionId" LEFT JOIN "recommendation" r ON r."id" = a."recommendationId"
    WHERE i."reviewId" = ${reviewId} AND i."note" <> '' AND i."redactedAt" IS NULL ORDER BY i."position"`;
  const decisions = await db.reviewDecision.findMany({
    where: { reviewId, redactedAt: null },
    select: { number: true, text: true },
    orderBy: { number: 'asc' },
  });
  const texts = [
    ...notes.map(({ recommendation, number, note }) => ({
      place:
        recommendation !== null && number !== null
          ? `Note on ${actionReference(recommendation, number)}`
          : 'Note on a decision',
      text: note,
    })),
    ...decisions.map(({ number, text }) => ({ place: `Decision ${number}`, text })),
    { place: 'Closing words', text: review.summary },
  ];
  const options = await screeningOptions(db, scope.today);
  const findings = texts.flatMap(({ place, text }) =>
    screenText(text, options).map(({ at, length, kind, level, why }) => ({
      place,
      words: text.slice(at, at + Math.min(length, LONGEST)),
      kind,
      level,
      why,
    })),
  );
  return { findings: findings.slice(0, MOST) };
}
