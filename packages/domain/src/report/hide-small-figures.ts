import type { ReportCell, ReportFigure, ReportTable } from '@gt/contracts/words';
import { isSmallCount } from '../measure/index.ts';

/** What stands in the place of a count of 1 to 5. */
export const FEWER_THAN_SIX = 'fewer than 6';
/** What stands in the place of words or a count that would give a small one away. */
export const NOT_SHOWN = 'not shown';

export type HiddenFigure = { row: number; column: number; was: string; why: 'SMALL' | 'GIVES_AWAY' };
type Place = { row: number; column: number; figure: ReportFigure; text: string };

const key = ({ row, column }: { row: number; column: number }) => `${row}:${column}`;

/**
 * Puts small counts of a table out of sight: each count of 1 to 5, what a hidden count could be worked out from
 * (sentences of its own group), and, where one count of a column is the total of the others, the next smallest of
 * them, since a total less the rest is the count again.
 * Source: counts of 1 to 5 may identify a child (the Department for Education's suppression rule).
 * Example: 3 children of a total of 40, with 12 and 25 beside it: 3 reads "fewer than 6", 12 reads "not shown".
 */
export function hideSmallFigures(table: ReportTable): { table: ReportTable; hidden: HiddenFigure[] } {
  const places = table.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column): Place[] =>
      cell.figure ? [{ row, column, figure: cell.figure, text: cell.text }] : [],
    ),
  );
  const hidden = new Map<string, HiddenFigure>();
  const hide = ({ row, column, text }: Place, why: HiddenFigure['why']) =>
    hidden.set(key({ row, column }), { row, column, was: text, why });
  for (const place of places) if (isSmall(place.figure)) hide(place, 'SMALL');
  hideComplements(places, hidden, hide);
  const groups = new Set(places.filter((place) => hidden.has(key(place))).map(({ figure }) => figure.group));
  for (const place of places) {
    if (place.figure.role === 'DERIVED' && groups.has(place.figure.group)) hide(place, 'GIVES_AWAY');
  }
  const rows = table.rows.map((cells, row) =>
    cells.map((cell, column): ReportCell => {
      const found = hidden.get(key({ row, column }));
      if (found) return { text: found.why === 'SMALL' ? FEWER_THAN_SIX : NOT_SHOWN };
      // The count itself goes from the stored paper; what is printed of it is the text.
      const { figure: _figure, ...shown } = cell;
      return shown;
    }),
  );
  return { table: { ...table, rows }, hidden: [...hidden.values()] };
}

function isSmall({ role, value, unit }: ReportFigure): boolean {
  return role === 'VALUE' && value !== null && isSmallCount(value, unit);
}

/** A single hidden part of a total takes the next smallest part with it. */
function hideComplements(
  places: readonly Place[],
  hidden: ReadonlyMap<string, HiddenFigure>,
  hide: (place: Place, why: 'GIVES_AWAY') => void,
): void {
  const counts = places.filter(({ figure }) => figure.role === 'VALUE' && figure.value !== null);
  const alike = new Map<string, Place[]>();
  for (const place of counts) {
    const of = `${place.column} ${place.figure.unit.toLowerCase()}`;
    alike.set(of, [...(alike.get(of) ?? []), place]);
  }
  for (const column of alike.values()) {
    const total = totalOf(column);
    if (!total) continue;
    const parts = column.filter((place) => place !== total);
    const shown = parts.filter((place) => !hidden.has(key(place)));
    if (parts.length - shown.length !== 1 || hidden.has(key(total))) continue;
    const next = shown.toSorted((a, b) => (a.figure.value ?? 0) - (b.figure.value ?? 0));
    const partner = next.find(({ figure }) => (figure.value ?? 0) > 0) ?? next[0];
    if (partner) hide(partner, 'GIVES_AWAY');
  }
}

/** The one count that is the sum of two or more others; undefined when there is none. */
function totalOf(column: readonly Place[]): Place | undefined {
  if (column.length < 3) return undefined;
  const sum = column.reduce((all, { figure }) => all + (figure.value ?? 0), 0);
  return column.find(({ figure }) => Math.abs(sum - 2 * (figure.value ?? 0)) < 1e-9);
}
