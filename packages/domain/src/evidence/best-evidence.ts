import { EVIDENCE_KIND_LABELS, type EvidenceKind, formatDate, type IsoDate } from '@gt/contracts/words';
import { daysBetween } from '../calendar/index.ts';
import { countsAsProof } from './count-evidence.ts';
import { evidenceDay, type SufficiencyItem, showsDifference } from './evidence-sufficiency.ts';

/** An item that could answer a line of enquiry. */
export type EnquiryItem = SufficiencyItem & {
  id: string;
  /** Recommendations of the line that it is linked to. */
  recommendations: readonly string[];
};

export type BestItem<T> = {
  item: T;
  /** Why it is one of the best, strongest first. */
  why: string[];
};

/** So many answer a line of enquiry: what an inspector reads in one sitting. */
export const BEST_ITEMS = 3;

/** How near the kind is to children's lives, nearest first: what inspectors triangulate with. */
const NEARNESS: readonly EvidenceKind[] = [
  'CHILD_OR_FAMILY_VOICE',
  'AUDIT',
  'OBSERVATION',
  'DATA',
  'STAFF_VOICE',
  'DOCUMENT',
  'MINUTES',
];
const FRESH_DAYS = 90;

/**
 * The best three items for a line of enquiry. Only what counts as proof is offered. What was chosen by hand comes first,
 * in that order; the rest is chosen one after the other: what shows a difference for children before what shows
 * activity, a kind that is not there yet before one that is, the newer before the older, the nearer to children's lives
 * before the further.
 * Source: an inspector's line of enquiry is answered by the best three verified items.
 * Example: two audits of this month that show a difference and a letter from carers of last month → one audit, the
 * letter ("The only child or family voice among them"), then the other audit.
 */
export function bestEvidence<T extends EnquiryItem>(
  items: readonly T[],
  chosenIds: readonly string[],
  today: IsoDate,
): BestItem<T>[] {
  const proof = items.filter((item) => countsAsProof(item, today));
  const byHand = chosenIds.flatMap((id) => proof.find((item) => item.id === id) ?? []).slice(0, BEST_ITEMS);
  const best = [...byHand];
  const left = proof.filter((item) => !best.includes(item));
  while (best.length < BEST_ITEMS && left.length > 0) {
    left.sort((one, other) => compare(rankOf(one, best), rankOf(other, best)));
    best.push(...left.splice(0, 1));
  }
  return best.map((item) => ({ item, why: reasonsFor(item, best, byHand.includes(item), today) }));
}

/** Smaller comes first; the id makes the order the same every time. */
function rankOf(item: EnquiryItem, best: readonly EnquiryItem[]): (number | string)[] {
  return [
    showsDifference(item) ? 0 : 1,
    best.some(({ kind }) => kind === item.kind) ? 1 : 0,
    -dayRank(evidenceDay(item)),
    NEARNESS.indexOf(item.kind),
    item.id,
  ];
}

const EPOCH = '2000-01-01' as IsoDate;
const dayRank = (day: IsoDate) => daysBetween(EPOCH, day);

function compare(one: readonly (number | string)[], other: readonly (number | string)[]): number {
  for (const [index, mine] of one.entries()) {
    const theirs = other[index] ?? '';
    if (mine !== theirs) return mine < theirs ? -1 : 1;
  }
  return 0;
}

function reasonsFor(
  item: EnquiryItem,
  best: readonly EnquiryItem[],
  isByHand: boolean,
  today: IsoDate,
): string[] {
  const day = evidenceDay(item);
  const days = best.map(evidenceDay).toSorted();
  const isOnlyKind = best.length > 1 && best.every((other) => other === item || other.kind !== item.kind);
  const kind = EVIDENCE_KIND_LABELS[item.kind].toLowerCase();
  return [
    ...(isByHand ? ['Chosen by hand'] : []),
    ...(showsDifference(item) ? ['Shows a difference for children'] : []),
    ...(best.length > 1 && day === days.at(-1) ? [`The newest of them: speaks for ${formatDate(day)}`] : []),
    ...(best.length === 1 || day !== days.at(-1)
      ? [
          `Speaks for ${formatDate(day)}${daysBetween(day, today) > FRESH_DAYS ? ', over three months ago' : ''}`,
        ]
      : []),
    ...(isOnlyKind ? [`The only ${kind} among them`] : []),
    ...(item.recommendations.length > 1 ? [`Bears on ${item.recommendations.length} recommendations`] : []),
  ];
}
