import { THEMES } from './themes.ts';

/** One inspection with its recommendations and the themes each stands in. */
export type ThemedInspection = { key: string; items: readonly { key: string; themes: readonly string[] }[] };

/** A theme across inspections, in the order given: which recommendations of each stand in it. */
export type CarriedTheme = {
  theme: string;
  cells: { inspectionKey: string; itemKeys: string[] }[];
  /** In how many of the inspections it stands. */
  inspections: number;
  /** In the last inspection and in the one before it. */
  isCarriedOver: boolean;
  /** In every inspection, of at least two. */
  isInAll: boolean;
};

/**
 * Which themes came back. `inspections` stand in order of time and end with the one that is asked about; an
 * inspection that named nothing to improve counts as one in which no theme stands. Themes carried over come first,
 * then those that stand in more inspections, then in the order of the vocabulary. Themes that nothing stands in are
 * left out.
 * Source: at least one broad theme repeats in 81 % of consecutive inspections of one authority (321 reports).
 */
export function carriedThemes(inspections: readonly ThemedInspection[]): CarriedTheme[] {
  const last = inspections.length - 1;
  return THEMES.map(({ key: theme }) => {
    const cells = inspections.map(({ key, items }) => ({
      inspectionKey: key,
      itemKeys: items.filter(({ themes }) => themes.includes(theme)).map((item) => item.key),
    }));
    const count = cells.filter(({ itemKeys }) => itemKeys.length > 0).length;
    const standsIn = (at: number) => (cells[at]?.itemKeys.length ?? 0) > 0;
    return {
      theme,
      cells,
      inspections: count,
      isCarriedOver: last > 0 && standsIn(last) && standsIn(last - 1),
      isInAll: inspections.length > 1 && count === inspections.length,
    };
  })
    .filter(({ inspections: count }) => count > 0)
    .toSorted((a, b) => Number(b.isCarriedOver) - Number(a.isCarriedOver) || b.inspections - a.inspections);
}
