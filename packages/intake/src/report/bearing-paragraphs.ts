import type { ReportBearing, ReportParagraph } from '@gt/contracts/words';
import { contentStems } from '@gt/domain/wording';

/** A term in more than this share of the paragraphs says nothing about any one of them. */
const COMMON_SHARE = 0.3;
/** A paragraph bears on an item when it shares this much of the weight of the item's rare terms. */
const THRESHOLD = 0.34;
/** Long items spread their weight: three terms together may be a smaller share. */
const THRESHOLD_OF_MANY = 0.24;
const MANY = 3;
const AT_MOST = 5;

/** One term of an item: its stem, the word as the item writes it, and its weight among the paragraphs. */
type Term = { key: string; word: string; weight: number };
type Candidate = {
  paragraph: ReportParagraph;
  shared: Term[];
  score: number;
  sameForm: number;
  uses: number;
};

/**
 * For each item text, the numbered paragraphs which bear on it: those that share enough of its rare terms.
 * A term's weight is ln(N / number of paragraphs that hold it), so a word of two paragraphs counts more than
 * a word of ten; the score is shared weight over the item's whole weight. Two shared terms are needed where
 * the item has more than two; three or more together may make up a smaller share. At most five an item, strongest first (equal scores: the item's own word forms,
 * then how often they stand there, then the earlier paragraph), each with the words that were shared.
 *
 * Example: "Effectiveness of the fostering service." has one rare term; the paragraphs that write of
 * "fostering" come first, then those that write of foster carers, all with the shared word "fostering".
 */
export function bearingParagraphs(
  items: readonly string[],
  paragraphs: readonly ReportParagraph[],
): ReportBearing[][] {
  const holds = paragraphs.map((paragraph) => contentStems(paragraph.text));
  const weigh = weights(holds);
  return items.map((item) => {
    const rare = [...contentStems(item)]
      .map(([key, forms]): Term => ({ key, word: forms[0] ?? key, weight: weigh(key) }))
      .filter((term) => term.weight > 0);
    const needed = rare.length > 2 ? 2 : 1;
    return paragraphs
      .map((paragraph, index) => compare(rare, paragraph, holds[index] ?? new Map()))
      .filter((entry) => entry.shared.length >= needed && entry.score >= thresholdFor(entry.shared.length))
      .toSorted(
        (a, b) =>
          b.score - a.score ||
          b.sameForm - a.sameForm ||
          b.uses - a.uses ||
          a.paragraph.number - b.paragraph.number,
      )
      .slice(0, AT_MOST)
      .map(({ paragraph, shared }) => ({
        paragraph: paragraph.number,
        page: paragraph.page,
        sharedWords: shared.map((term) => term.word),
      }));
  });
}

function thresholdFor(shared: number): number {
  return shared >= MANY ? THRESHOLD_OF_MANY : THRESHOLD;
}

function weights(holds: readonly Map<string, string[]>[]): (key: string) => number {
  const counts = new Map<string, number>();
  for (const stems of holds) for (const key of stems.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  const common = Math.max(2, holds.length * COMMON_SHARE);
  return (key) => {
    const count = counts.get(key) ?? 0;
    return count === 0 || count > common ? 0 : Math.log((holds.length + 1) / count);
  };
}

function compare(rare: readonly Term[], paragraph: ReportParagraph, held: Map<string, string[]>): Candidate {
  const shared = rare.filter((term) => held.has(term.key));
  const sum = (terms: readonly Term[]) => terms.reduce((total, term) => total + term.weight, 0);
  return {
    paragraph,
    shared,
    score: shared.length === 0 ? 0 : sum(shared) / sum(rare),
    sameForm: shared.filter((term) => held.get(term.key)?.includes(term.word)).length,
    uses: shared.reduce((total, term) => total + (held.get(term.key)?.length ?? 0), 0),
  };
}
