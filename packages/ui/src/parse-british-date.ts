import { formatDate, type IsoDate, isIsoDate } from '@gt/contracts/words';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FULL = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

function monthOf(word: string): number {
  if (/^\d{1,2}$/.test(word)) return Number(word);
  const found = FULL.findIndex(
    (name, index) => word === name || word === MONTHS[index] || (word === 'sept' && index === 8),
  );
  return found + 1;
}

function yearOf(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

type Parts = { day: number; month: number; year: number };

/** Day, month and year as typed, whether or not there is such a day; null for what does not look like a date. */
function readParts(text: string): Parts | null {
  const clean = text
    .trim()
    .toLowerCase()
    .replace(/^(mon|tues|wednes|thurs|fri|satur|sun)day,?\s+/, '');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(clean);
  if (iso) return { day: Number(iso[3]), month: Number(iso[2]), year: Number(iso[1]) };
  const parts =
    /^(\d{1,2})(?:st|nd|rd|th)?[\s./-]+(?:of\s+)?([a-z]+|\d{1,2})\.?,?[\s./-]+(\d{4}|\d{2})$/.exec(clean);
  if (!parts) return null;
  const [, day = '', month = '', year = ''] = parts;
  return { day: Number(day), month: monthOf(month), year: yearOf(year) };
}

function isoText({ day, month, year }: Parts): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * A date as people in Britain type it, day first: "12/3/2026", "12.3.26", "12 March 2026", "Thursday 12th Mar 2026",
 * "12 March, 2026" or "2026-03-12". A year must be given: it is asked, never guessed.
 * Returns null for anything else, and for a day that does not exist ("30 February 2026").
 */
export function parseBritishDate(text: string): IsoDate | null {
  const parts = readParts(text);
  if (!parts) return null;
  const iso = isoText(parts);
  return isIsoDate(iso) ? iso : null;
}

/**
 * What is wrong with a text that is no date, so that it can be put right: a day that does not exist, a year that
 * nobody means, or no date at all.
 * Example: "31 February 2026" gives "There is no 31 February 2026. Check the day and the month".
 */
export function britishDateProblem(text: string): string {
  const parts = readParts(text);
  if (!parts || parts.month < 1 || parts.month > 12 || parts.day < 1) {
    return 'Enter a real date with its year, like 12 March 2026';
  }
  // A year near enough tells whether it is the day or the year that is wrong.
  const isDay = isIsoDate(isoText({ ...parts, year: 2024 })) || parts.day <= 28;
  if (isDay && (parts.year < 1900 || parts.year > 2200)) {
    return `Check the year: ${parts.year} cannot be meant`;
  }
  return `There is no ${formatDate(isoText(parts))}. Check the day and the month`;
}
