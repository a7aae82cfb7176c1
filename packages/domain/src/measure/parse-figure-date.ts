import { type IsoDate, isIsoDate, type MeasureFrequency, MONTHS } from '@gt/contracts/words';
import { endOfMonth } from './reporting-period.ts';

export type ParsedDate =
  | { ok: true; date: IsoDate; note: string }
  /** A clause that ends a sentence: "31/04/2024 is no date: April has 30 days". */
  | { ok: false; reason: string };

const no = (reason: string): ParsedDate => ({ ok: false, reason });

/**
 * The day a figure is of, as a spreadsheet shows it: "31/03/2026", "31.3.26", "31 March 2026", "31-Mar-26",
 * "2026-03-31" — day first, always — or a month, "Mar 2026", "03/2026", "2026-03", which is its last day, or a quarter
 * of the financial year, "Q1 2025/26". A weekly measure needs a day. What is refused says why and how to write it.
 * Example: "31/04/2024" → "31/04/2024 is no date: April has 30 days".
 */
export function parseFigureDate(typed: string, frequency: MeasureFrequency): ParsedDate {
  const text = typed
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
  if (text === '') return no('there is no date');
  const day = dayParts(text);
  if (day) return dayOf(text, day, frequency);
  const period = financialPeriod(text);
  if (period) return period;
  const month = monthParts(text);
  if (month) return monthOf(text, month, frequency);
  if (/^\d{5}$/.test(text)) {
    return no(`“${text}” is a spreadsheet’s day number. Format the column as a date and copy it again`);
  }
  return no(`“${text}” is no date. Write it as 31/03/2026, or a month as Mar 2026`);
}

/**
 * A quarter or a year of the financial year, by its last day: "Q1 2025/26" is 30 June 2025, "2025/26" 31 March 2026.
 * Null for other words; the second year has to follow on the first.
 */
function financialPeriod(text: string): ParsedDate | null {
  const years = String.raw`(20\d{2})\s?[/–-]\s?(?:20)?(\d{2})`;
  const match = new RegExp(`^(?:Q([1-4]),?\\s+)?${years}(?:,?\\s+Q([1-4]))?$`, 'i').exec(text);
  if (!match) return null;
  const [first, second] = [Number(match[2]), Number(match[3])];
  if ((first + 1) % 100 !== second) return null;
  const quarter = Number(match[1] ?? match[4] ?? 4);
  const [year, month] = quarter === 4 ? [first + 1, 3] : [first, quarter * 3 + 3];
  return { ok: true, date: endOfMonth(year, month), note: '' };
}

type Parts = { day: number; month: number; year: number };

function dayParts(text: string): Parts | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]00:00(?::00)?)?$/.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const figures = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?: 00:00(?::00)?)?$/.exec(text);
  if (figures) return { day: Number(figures[1]), month: Number(figures[2]), year: yearOf(figures[3]) };
  const words = /^(\d{1,2})(?:st|nd|rd|th)?[- ./]+(\p{L}+)\.?,?[- ./]+(\d{4}|\d{2})$/u.exec(text);
  if (!words) return null;
  const month = monthNumber(words[2] ?? '');
  return month === 0 ? null : { day: Number(words[1]), month, year: yearOf(words[3]) };
}

function monthParts(text: string): Omit<Parts, 'day'> | null {
  const words = /^(\p{L}+)\.?[- ,./’']+(\d{4}|\d{2})$/u.exec(text);
  const named = words ? monthNumber(words[1] ?? '') : 0;
  if (words && named > 0) return { month: named, year: yearOf(words[2]) };
  const iso = /^(\d{4})[-/](\d{1,2})$/.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]) };
  const figures = /^(\d{1,2})[-/](\d{4})$/.exec(text);
  return figures ? { month: Number(figures[1]), year: Number(figures[2]) } : null;
}

function dayOf(text: string, { day, month, year }: Parts, frequency: MeasureFrequency): ParsedDate {
  const problem = monthProblem(text, { month, year });
  if (problem) {
    const isAmerican = month > 12 && day <= 12;
    const hint = isAmerican ? `. Write the day first, as ${pad(month)}/${pad(day)}/${year}` : '';
    return no(`${problem}${hint}`);
  }
  const last = Number(endOfMonth(year, month).slice(8, 10));
  if (day < 1) return no(`${text} is no date: there is no day ${day}`);
  if (day > last)
    return no(`${text} is no date: ${MONTHS[month - 1]}${month === 2 ? ` ${year}` : ''} has ${last} days`);
  const date = `${year}-${pad(month)}-${pad(day)}`;
  if (!isIsoDate(date)) return no(`${text} is no date between 1900 and 2200`);
  const isFirst = day === 1 && frequency !== 'WEEKLY';
  const note = isFirst
    ? `Read as the first day of a month. For ${MONTHS[month - 1]}’s figure write ${MONTHS[month - 1]?.slice(0, 3)} ${year}`
    : '';
  return { ok: true, date, note };
}

function monthOf(text: string, at: Omit<Parts, 'day'>, frequency: MeasureFrequency): ParsedDate {
  const problem = monthProblem(text, at);
  if (problem) return no(problem);
  if (frequency === 'WEEKLY')
    return no(`“${text}” is a month, and this measure is weekly. Write the last day of the week`);
  return { ok: true, date: endOfMonth(at.year, at.month), note: '' };
}

function monthProblem(text: string, { month, year }: Omit<Parts, 'day'>): string | null {
  if (month < 1 || month > 12) return `${text} is no date: there is no month ${month}`;
  return year < 1900 || year > 2199 ? `${text} is no date between 1900 and 2200` : null;
}

function monthNumber(word: string): number {
  const lower = word.toLowerCase();
  if (lower.length < 3) return 0;
  return lower === 'sept'
    ? 9
    : MONTHS.findIndex((name) => name.toLowerCase() === lower || name.slice(0, 3).toLowerCase() === lower) +
        1;
}

function yearOf(digits: string | undefined): number {
  return digits?.length === 2 ? 2000 + Number(digits) : Number(digits);
}

const pad = (value: number) => String(value).padStart(2, '0');
