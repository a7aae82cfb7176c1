import type { IsoDate, MeasureFrequency } from '@gt/contracts/words';
import { formatDate } from '@gt/contracts/words';
import type { Figure } from './movement.ts';
import { parseFigure } from './parse-figure.ts';
import { parseFigureDate } from './parse-figure-date.ts';
import { valueWords } from './value-words.ts';

/**
 * Planned values as they are typed or pasted, a day and a value a line; what is wrong names its line.
 * Example: "31 March 2027<tab>72 %" is 72 on 31 March 2027; "soon 72" → "Line 1: “soon” is no date …".
 */
export function parsePlanned(
  text: string,
  { unit, frequency }: { unit: string; frequency: MeasureFrequency },
): { planned: Figure[]; problems: string[] } {
  const planned: Figure[] = [];
  const problems: string[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const read = readLine(line, unit, frequency);
    if ('reason' in read) problems.push(`Line ${index + 1}: ${read.reason}`);
    else planned.push(read);
  }
  return { planned: planned.sort((a, b) => (a.date < b.date ? -1 : 1)), problems };
}

/** Planned values as they stand in the field: "31 March 2027: 72 %", a line each. */
export function plannedText(planned: readonly Figure[], unit: string): string {
  return planned.map(({ date, value }) => `${formatDate(date)}: ${valueWords(value, unit)}`).join('\n');
}

function readLine(line: string, unit: string, frequency: MeasureFrequency): Figure | { reason: string } {
  const clean = line.trim();
  const cut = /[\t;:]/.exec(clean)?.index ?? clean.search(/\s[-−+£]?\d[\d.,]*(\s?%|\s\D+)?$/);
  const [day, rest] = cut > 0 ? [clean.slice(0, cut), clean.slice(cut + 1)] : [clean, ''];
  const date = parseFigureDate(day, frequency);
  if (!date.ok) return { reason: date.reason };
  const figure = parseFigure(rest, unit);
  if (!figure.ok) return { reason: figure.reason };
  return { date: date.date as IsoDate, value: figure.value };
}
