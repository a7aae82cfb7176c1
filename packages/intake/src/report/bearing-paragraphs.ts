import type { ReportBearing, ReportParagraph } from '@gt/contracts/words';
import { contentStems } from './stem.ts';

/** A term in more than this share of the paragraphs says nothing about any one of them. */
const COMMON_SHARE = 0.3;
/** A paragraph bears on an item when it shares this much of the weight of the item's rare terms. */
const THRESHOLD = 0.34;
const AT_MOST = 5;

/**
 * For each item text, the numbered paragraphs which bear on it: those that share enough of its rare terms.
 * A term's weight is ln(N / number of paragraphs that hold it), so a word of two paragraphs counts more than
 * a word of ten; the score is shared weight over the item's whole weight. Two shared terms are needed where
 * the item has more than two. At most five a item, strongest first, each with the words that were shared.
 *
 * Example: "Effectiveness of the fostering service." has one rare term; the paragraphs on foster carers are
 * named with the shared word "fostering".
 */
export function bearingParagraphs(
  items: readonly string[],
  paragraphs: readonly ReportParagraph[],
): ReportBearing[][] {
  const holds = paragraphs.map((paragraph) => contentStems(paragraph.text));
  const counts = new Map<string, number>();
  for (const stems of holds) for (const key of stems.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  const common = Math.max(2, paragraphs.length * COMMON_SHARE);
  const weigh = (key: string) => {
    const count = counts.get(key) ?? 0;
    return count === 0 || count > common ? 0 : Math.log((paragraphs.length + 1) / count);
  };
  return items.map((item) => {
    const rare = [...contentStems(item)].filter(([key]) => weigh(key) > 0);
    const whole = rare.reduce((sum, [key]) => sum + weigh(key), 0);
    const needed = rare.length > 2 ? 2 : 1;
    return paragraphs
      .map((paragraph, index) => {
        const shared = rare.filter(([key]) => holds[index]?.has(key));
        return { paragraph, shared, score: shared.reduce((sum, [key]) => sum + weigh(key), 0) / whole };
      })
      .filter((entry) => entry.shared.length >= needed && entry.score >= THRESHOLD)
      .toSorted((a, b) => b.score - a.score || a.paragraph.number - b.paragraph.number)
      .slice(0, AT_MOST)
      .map(({ paragraph, shared }) => ({
        paragraph: paragraph.number,
        page: paragraph.page,
        sharedWords: shared.map(([, word]) => word),
      }));
  });
}
