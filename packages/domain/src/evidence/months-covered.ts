import { formatMonth, type IsoDate } from '@gt/contracts/words';
import { countOf, listWords } from '../wording/index.ts';
import { countsAsProof } from './count-evidence.ts';
import type { SufficiencyItem } from './evidence-sufficiency.ts';

/** A month since the inspection, with the evidence that speaks of it. */
export type Month = {
  /** "2026-03". */
  key: string;
  /** "March 2026". */
  label: string;
  /** References of the items whose period touches the month. */
  references: string[];
};

export type CoverItem = Pick<
  SufficiencyItem,
  'reference' | 'state' | 'isGone' | 'supersededBy' | 'periodTo'
> & {
  periodFrom: IsoDate | null;
};

/** The most months that a strip shows; older ones are counted, not drawn. */
export const MONTHS_SHOWN = 36;
/** Without an inspection on record, so many. */
const MONTHS_WITHOUT = 12;

/**
 * The months from the inspection to today, oldest first, each with the accepted evidence that speaks of it. An item
 * that has expired still speaks of the months it was about; a superseded one does not. An item with one end of its
 * period speaks of that month alone; an item without a period speaks of none.
 * Source: a strip of months covered, and gaps, since the inspection.
 * Example: inspected on 12 December 2025, today 12 March 2026, one item for 15 January to 3 February → December (none),
 * January, February, March (none).
 */
export function monthsCovered(
  items: readonly CoverItem[],
  inspectedOn: IsoDate | null,
  today: IsoDate,
): Month[] {
  const last = monthNumber(today);
  const since = inspectedOn === null ? last - MONTHS_WITHOUT + 1 : monthNumber(inspectedOn);
  const first = Math.max(Math.min(since, last), last - MONTHS_SHOWN + 1);
  const counted = items.filter((item) => countsAsProof({ ...item, validUntil: null }, today));
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const key = monthKey(first + index);
    const touching = counted.filter(({ periodFrom, periodTo }) => {
      const [from, to] = [periodFrom ?? periodTo, periodTo ?? periodFrom];
      return from !== null && to !== null && from.slice(0, 7) <= key && key <= to.slice(0, 7);
    });
    return { key, label: formatMonth(key), references: touching.map(({ reference }) => reference) };
  });
}

/** The strip in words: "Accepted evidence covers 2 of the 4 months since the inspection. Not covered: …". */
export function coverageWords(months: readonly Month[], isSinceInspection: boolean): string {
  const bare = months.filter(({ references }) => references.length === 0).length;
  const since = isSinceInspection && months.length < MONTHS_SHOWN;
  const span = since
    ? `${countOf(months.length, 'month')} since the inspection`
    : `last ${countOf(months.length, 'month')}`;
  if (bare === 0) return `Accepted evidence covers each of the ${span}.`;
  const gaps = listWords(uncoveredSpans(months));
  if (bare === months.length) return `Accepted evidence covers none of the ${span}.`;
  return `Accepted evidence covers ${months.length - bare} of the ${span}. Not covered: ${gaps}.`;
}

/** The months without evidence, neighbours together: "December 2025 to July 2026". */
export function uncoveredSpans(months: readonly Month[]): string[] {
  const spans: Month[][] = [];
  for (const [index, month] of months.entries()) {
    if (month.references.length > 0) continue;
    const before = months[index - 1];
    const open = before && before.references.length === 0 ? spans.at(-1) : undefined;
    if (open) open.push(month);
    else spans.push([month]);
  }
  return spans.map((span) => {
    const [first, last] = [span[0]?.label ?? '', span.at(-1)?.label ?? ''];
    return first === last ? first : `${first} to ${last}`;
  });
}

function monthNumber(date: IsoDate): number {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return year * 12 + month - 1;
}

function monthKey(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}
