import {
  DIGEST_PART_LABELS,
  DIGEST_PARTS,
  type DigestPart,
  formatDate,
  type IsoDate,
} from '@gt/contracts/words';
import { dayWords } from '../review/index.ts';
import { countOf, grouped } from '../wording/index.ts';

/** One thing that waits for somebody: an action, or evidence that came back or that somebody asks about. */
export type DigestItem = {
  /** "R3.A2", "E12". */
  reference: string;
  title: string;
  planId: string;
  planName: string;
  /** When an action is due. */
  dueDate: IsoDate | null;
};

/** What waits, part by part: the first of the items, and how many there are. */
export type DigestParts = Partial<Record<DigestPart, { items: readonly DigestItem[]; total: number }>>;

export type Digest = {
  parts: DigestParts;
  /** When each plan's next review is and by when it wants updates, in words. */
  reviews: readonly { planId: string; planName: string; words: string }[];
};

/** So many items of a part are named; the rest are counted. */
export const DIGEST_ITEMS_MAX = 20;

/**
 * How much waits, without the parts that somebody leaves out.
 * Example: two overdue and one due soon → `{ OVERDUE: 2, DUE: 1 }`; nothing → `{}`.
 */
export function digestCounts(parts: DigestParts): Partial<Record<DigestPart, number>> {
  return Object.fromEntries(
    DIGEST_PARTS.flatMap((part) => {
      const total = parts[part]?.total ?? 0;
      return total > 0 ? [[part, total]] : [];
    }),
  );
}

/** The parts that somebody did not leave out. */
export function keptParts(parts: DigestParts, leftOut: readonly DigestPart[]): DigestParts {
  return Object.fromEntries(Object.entries(parts).filter(([part]) => !leftOut.includes(part as DigestPart)));
}

/** In the order in which they press. */
const IN_ORDER = [
  'OVERDUE',
  'DUE',
  'UPDATE_WANTED',
  'EVIDENCE_ASKED',
  'RETURNED_EVIDENCE',
  'EVIDENCE_QUESTION',
  'MENTIONS',
] as const;

const COUNTED: Record<DigestPart, (total: number) => string> = {
  OVERDUE: (total) => `${grouped(total)} overdue`,
  DUE: (total) => `${grouped(total)} due soon`,
  UPDATE_WANTED: (total) => `${countOf(total, 'update')} wanted`,
  EVIDENCE_ASKED: (total) => `${grouped(total)} asked for`,
  RETURNED_EVIDENCE: (total) => `${grouped(total)} returned`,
  EVIDENCE_QUESTION: (total) => `${countOf(total, 'question')} to answer`,
  MENTIONS: (total) => countOf(total, 'mention'),
};

/**
 * The one mail of a day, as plain text. To an address inside the trust or the council it names what waits; to any
 * other it carries references and counts, and nothing that was written.
 * Example of a subject: "Golden Thread: 1 overdue, 2 updates wanted".
 */
export function digestMail(
  { parts, reviews }: Digest,
  to: { isInside: boolean; today: IsoDate; updateAddress: string; preferencesAddress: string },
): { subject: string; text: string } {
  const shown = IN_ORDER.filter((part) => (parts[part]?.total ?? 0) > 0);
  const counts = shown.map((part) => COUNTED[part](parts[part]?.total ?? 0));
  const plans = new Set(shown.flatMap((part) => parts[part]?.items.map(({ planId }) => planId) ?? []));
  const blocks = shown.map((part) => {
    const { items, total } = parts[part] ?? { items: [], total: 0 };
    const lines = to.isInside
      ? insideLines(items, plans.size > 1)
      : [items.map(({ reference }) => reference).join(', ')];
    const more = total - items.length;
    return [
      `${DIGEST_PART_LABELS[part]} (${grouped(total)})`,
      ...(part === 'UPDATE_WANTED' && to.isInside ? reviewLines(reviews, items) : []),
      ...lines,
      ...(more > 0 ? [`and ${grouped(more)} more`] : []),
    ].join('\n');
  });
  const text = [
    `What waits for you on ${dayWords(to.today)}.`,
    `Update all of yours on one page; it takes about two minutes:\n${to.updateAddress}`,
    ...blocks,
    `--\nGolden Thread sends this at most once a day, and only when something waits. Choose its days, its time and what is in it, or stop it:\n${to.preferencesAddress}`,
  ].join('\n\n');
  return { subject: `Golden Thread: ${counts.join(', ')}`, text: `${text}\n` };
}

function insideLines(items: readonly DigestItem[], isOfMany: boolean): string[] {
  return items.map((item) => {
    const title = item.title.replace(/\s+/g, ' ').trim();
    const due = item.dueDate ? `, due ${formatDate(item.dueDate)}` : '';
    return `${item.reference} ${title}${due}${isOfMany ? ` (${item.planName})` : ''}`;
  });
}

function reviewLines(reviews: Digest['reviews'], items: readonly DigestItem[]): string[] {
  const asking = reviews.filter(({ planId }) => items.some((item) => item.planId === planId));
  return asking.map(({ planName, words }) =>
    asking.length > 1 ? `${planName}: review on ${words}` : `Review on ${words}`,
  );
}
