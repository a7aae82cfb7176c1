import { formatDate, type IsoDate } from '@gt/contracts/words';

export type Month = {
  /** "2026-03". */
  key: string;
  /** "March 2026". */
  label: string;
  /** References of the items whose period touches the month. */
  references: string[];
};
type Item = { reference: string; periodFrom: string | null; periodTo: string | null };

const SHOWN = 12;

/**
 * The last twelve months, oldest first, each with the evidence that speaks of it. An item with one end of its period
 * speaks of that month alone; an item without a period speaks of none.
 * Example: 15 January to 3 March 2026 covers January, February and March.
 */
export function monthsCovered(items: readonly Item[], today: IsoDate): Month[] {
  const [year, month] = today.split('-').map(Number);
  const last = (year ?? 0) * 12 + (month ?? 1) - 1;
  return Array.from({ length: SHOWN }, (_, index) => {
    const at = last - (SHOWN - 1) + index;
    const key = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    const touching = items.filter(({ periodFrom, periodTo }) => {
      const [from, to] = [periodFrom ?? periodTo, periodTo ?? periodFrom];
      return from !== null && to !== null && from.slice(0, 7) <= key && key <= to.slice(0, 7);
    });
    return {
      key,
      label: formatDate(`${key}-01`).replace(/^1 /, ''),
      references: touching.map(({ reference }) => reference),
    };
  });
}

/** The months without evidence, neighbours together: "December 2025 to July 2026". */
export function spansOf(months: readonly Month[]): string[] {
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
