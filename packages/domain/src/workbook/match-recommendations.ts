import type { RecommendationFound, WorkbookRow } from '@gt/contracts/words';
import { nameKey } from './match-names.ts';

export type PlanRecommendation = { id: string; number: number; quote: string };

/** So much of the words must be shared for two recommendations to be taken for the same. */
const SAME_SHARE = 0.6;
const NUMBERED = /^(?:recommendation|rec|priority|area|r)?\s*\.?\s*(\d{1,3})(?=[\s.:)–-]|$)[\s.:)–-]*/i;
const SMALL = new Set([
  'the',
  'and',
  'of',
  'to',
  'in',
  'for',
  'a',
  'an',
  'is',
  'are',
  'that',
  'with',
  'on',
  'by',
  'recommendation',
]);

/**
 * The recommendations that the workbook names, each with the plan's own that it is taken for: as chosen, else by most
 * of its words, else by its number when it is little more than a number. Null makes a new one.
 * Example: "R3" is the plan's third; "Recommendation 1: The fostering service" is the one with those words.
 */
export function matchRecommendations(
  rows: readonly WorkbookRow[],
  own: readonly PlanRecommendation[],
  chosen: Readonly<Record<string, string>>,
): RecommendationFound[] {
  const found = new Map<string, { words: string; rows: number }>();
  for (const row of rows) {
    const words = row.action?.recommendation || row.recommendation;
    const key = nameKey(words);
    if (key === '') continue;
    const entry = found.get(key) ?? { words, rows: 0 };
    found.set(key, { ...entry, rows: entry.rows + (row.action ? 1 : 0) });
  }
  return [...found].map(([key, { words, rows: count }]) => ({
    key,
    words: withoutLabel(words),
    rows: count,
    ...matchOf(words, own, chosen[key]),
  }));
}

/** "Recommendation 2: Permanence" → "Permanence": the plan gives it a number of its own. */
const withoutLabel = (words: string) => words.replace(/^recommendation\s+\d{1,3}\s*[:.)–-]\s*(?=\S)/i, '');

function matchOf(words: string, own: readonly PlanRecommendation[], chosen: string | undefined) {
  const isThere = own.some(({ id }) => id === chosen);
  if (chosen === 'NEW' || isThere) {
    return { recommendationId: isThere ? (chosen ?? null) : null, why: 'Chosen by you.' };
  }
  const numbered = NUMBERED.exec(words);
  const rest = tokens(words.replace(NUMBERED, ''));
  const scored = own
    .map((one) => ({ one, share: shareOf(rest, tokens(one.quote)) }))
    .sort((a, b) => b.share - a.share);
  const [best] = scored;
  if (best && rest.size > 0 && best.share >= SAME_SHARE) {
    return { recommendationId: best.one.id, why: `R${best.one.number} has most of these words.` };
  }
  const same = numbered ? own.find(({ number }) => number === Number(numbered[1])) : undefined;
  if (same && rest.size <= 1) return { recommendationId: same.id, why: `By its number, R${same.number}.` };
  return { recommendationId: null, why: 'No recommendation of the plan has these words: a new one is made.' };
}

function tokens(text: string): Set<string> {
  return new Set(
    nameKey(text)
      .split(' ')
      .filter((word) => word.length > 1 && !SMALL.has(word)),
  );
}

/** How much of the shorter stands in the longer; two words are too few to say. */
function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [short, long] = one.size <= other.size ? [one, other] : [other, one];
  if (short.size < 2) return 0;
  const shared = [...short].filter((word) => long.has(word)).length;
  return shared / short.size;
}
