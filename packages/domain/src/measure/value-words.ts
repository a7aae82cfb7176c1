import { grouped } from '../wording/index.ts';

/** Decimals that a figure holds; differences are rounded to as many, so that 0.1 + 0.2 is 0.3. */
export const FIGURE_DECIMALS = 4;

/** Rounds away what binary fractions add: `roundFigure(0.1 + 0.2)` is 0.3. */
export function roundFigure(value: number): number {
  const scaled = Math.round(value * 10 ** FIGURE_DECIMALS) / 10 ** FIGURE_DECIMALS;
  return scaled === 0 ? 0 : scaled;
}

/** 12400.5 → "12,400.5", −3 → "−3": thousands with a comma, a real minus, no trailing zeros. */
export function numberWords(value: number): string {
  const rounded = roundFigure(value);
  const [whole = '0', fraction] = String(Math.abs(rounded)).split('.');
  const sign = rounded < 0 ? '−' : '';
  return `${sign}${grouped(Number(whole))}${fraction ? `.${fraction}` : ''}`;
}

const SINGULAR: Record<string, string> = { children: 'child', people: 'person', families: 'family' };

/**
 * A figure with its unit as people write it: "78 %", "£1,200", "1 day", "62.1 per 10,000 children". The space before
 * a percent sign does not break.
 */
export function valueWords(value: number, unit: string): string {
  const number = numberWords(value);
  if (unit === '') return number;
  if (unit.startsWith('£')) {
    const amount = number.startsWith('−') ? `−£${number.slice(1)}` : `£${number}`;
    return `${amount}${unit.slice(1)}`;
  }
  if (unit === '%') return `${number}\u00a0%`;
  return `${number} ${Math.abs(roundFigure(value)) === 1 ? singular(unit) : unit}`;
}

/** The size of a difference: points of percentage are no percent. Example: 4.2 of "%" is "4.2 percentage points". */
export function differenceWords(difference: number, unit: string): string {
  const size = Math.abs(roundFigure(difference));
  if (unit === '%') return `${numberWords(size)} percentage point${size === 1 ? '' : 's'}`;
  return valueWords(size, unit);
}

/** "days" → "day", "children" → "child"; what is not one plural word stays. */
function singular(unit: string): string {
  const known = SINGULAR[unit.toLowerCase()];
  if (known) return known;
  return /^\p{L}+[^s]s$/u.test(unit) ? unit.slice(0, -1) : unit;
}
