import { type IsoDate, isIsoDate } from '@gt/contracts/words';

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

function build(day: number, month: number, year: number): IsoDate | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isIsoDate(text) ? text : null;
}

/**
 * A date as people in Britain type it, day first: "12/3/2026", "12.3.26", "12 March 2026", "Thursday 12th Mar 2026",
 * "12 March, 2026" or "2026-03-12". A year must be given: it is asked, never guessed.
 * Returns null for anything else, and for a day that does not exist ("30 February 2026").
 */
export function parseBritishDate(text: string): IsoDate | null {
  const clean = text
    .trim()
    .toLowerCase()
    .replace(/^(mon|tues|wednes|thurs|fri|satur|sun)day,?\s+/, '');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(clean);
  if (iso) return build(Number(iso[3]), Number(iso[2]), Number(iso[1]));
  const parts =
    /^(\d{1,2})(?:st|nd|rd|th)?[\s./-]+(?:of\s+)?([a-z]+|\d{1,2})\.?,?[\s./-]+(\d{4}|\d{2})$/.exec(clean);
  if (!parts) return null;
  const [, day = '', month = '', year = ''] = parts;
  return build(Number(day), monthOf(month), yearOf(year));
}
