import { formatDate, type IsoDate, isIsoDate, isoDate } from '@gt/contracts/words';
import { addDays, daysBetween } from '../calendar/index.ts';
import { fullYear, lastDayOfMonth, monthOf, weekdayOf } from './month-end.ts';
import { readPeriod } from './read-period.ts';

/** What a cell under a heading of dates says. */
export type DateReading =
  | { kind: 'DATE'; date: IsoDate; note: string }
  /** Words that name no day: kept as words. */
  | { kind: 'WORDS'; note: string }
  /** A day that no calendar has. */
  | { kind: 'NO_SUCH_DAY'; message: string };

const MONTH_WORD =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|satur|sat|sun)(?:day)?,?\\s+)?';

const NUMERIC = /(?<![\d./-])(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})(?![\d/-])/g;
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2})?)?(?!\d)/g;
const WORDED = new RegExp(
  `${WEEKDAY}(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]+${MONTH_WORD}(?:[\\s,'’-]+(\\d{4}|\\d{2})(?!\\d))?`,
  'gi',
);
/** Days that a workbook keeps as a number: 1 January 2000 to 31 December 2050. */
const SERIAL = /^(\d{5})(?:\.0+)?$/;
const SERIALS = { first: 36_526, last: 55_152 };
const SERIAL_OF_1970 = 25_569;

type Found = { date: IsoDate | null; text: string; assumed: string };

/**
 * The day that a cell names, read as people in England write it: day before month, a two-figure year in this century,
 * a month alone as its last day, a quarter by the financial year from April, a week commencing as its Friday.
 * `near` is the day by which a missing year is settled: the nearest one.
 * Source: cells of published improvement plans. Example: "31/04/2024" is no such day; "end Q2" near 12 March 2026 is
 * 30 September 2026; "ongoing" stays words.
 */
export function readDate(text: string, near: IsoDate): DateReading {
  const plain = text.replace(/\s+/g, ' ').trim();
  const serial = SERIAL.exec(plain);
  if (serial) return ofSerial(Number(serial[1]));
  const found = findDays(plain, near);
  const wrong = found.find(({ date }) => date === null);
  if (wrong) return { kind: 'NO_SUCH_DAY', message: noSuchDay(wrong.text) };
  const [only] = found;
  if (found.length > 1) return ofSeveral(plain, found);
  if (only?.date) return ofOne(plain, only.date, only);
  const period = readPeriod(plain, near);
  if (period) return { kind: 'DATE', date: period.date, note: period.note };
  return { kind: 'WORDS', note: `“${short(plain)}” names no day, so there is no date; the words are kept.` };
}

function ofSerial(serial: number): DateReading {
  if (serial < SERIALS.first || serial > SERIALS.last) {
    return { kind: 'WORDS', note: `“${serial}” is no day between 2000 and 2050; the figure is kept.` };
  }
  const date = addDays(isoDate('1970-01-01'), serial - SERIAL_OF_1970);
  return { kind: 'DATE', date, note: `${serial} is how a workbook keeps ${formatDate(date)}.` };
}

function ofOne(plain: string, date: IsoDate, { text, assumed }: Found): DateReading {
  if (/\b(?:w\/?c|wk\.? ?commencing|week commencing|week beginning|w\/?b)\b/i.test(plain)) {
    const friday = addDays(date, (5 - weekdayOf(date) + 7) % 7);
    return { kind: 'DATE', date: friday, note: `The week of ${text} ends on Friday ${formatDate(friday)}.` };
  }
  const rest = plain
    .replace(text, '')
    .replace(/\b(?:by|due|on|before|end|the|of|date|no later than|target|from)\b/gi, '')
    .trim();
  const words = /\p{L}{2}/u.test(rest) ? `The rest of “${short(plain)}” is kept as words.` : '';
  return { kind: 'DATE', date, note: [assumed, words].filter(Boolean).join(' ') };
}

/** "Sept 2024, revised 31/01/2025": the revised one; without such a word nobody can say which is meant. */
function ofSeveral(plain: string, found: readonly Found[]): DateReading {
  const last = found.at(-1);
  if (last?.date && /\b(?:revised|now|extended|moved|new)\b/i.test(plain)) {
    return {
      kind: 'DATE',
      date: last.date,
      note: `Of several dates in “${short(plain)}” the last is taken, because it says so; the words are kept.`,
    };
  }
  const days = new Set(found.map(({ date }) => date));
  if (days.size === 1 && last?.date) return { kind: 'DATE', date: last.date, note: '' };
  return { kind: 'WORDS', note: `“${short(plain)}” names several days; the words are kept. Choose one.` };
}

function findDays(plain: string, near: IsoDate): Found[] {
  const found: (Found & { at: number })[] = [];
  const add = (match: RegExpMatchArray, date: IsoDate | null, assumed = '') =>
    found.push({ at: match.index ?? 0, text: match[0].trim(), date, assumed });
  for (const match of plain.matchAll(ISO))
    add(match, dayOf(Number(match[1]), Number(match[2]), Number(match[3])));
  for (const match of plain.matchAll(NUMERIC)) {
    add(match, dayOf(fullYear(match[3] ?? ''), Number(match[2]), Number(match[1])));
  }
  for (const match of plain.matchAll(WORDED)) {
    const month = monthOf(match[2] ?? '');
    const day = Number(match[1]);
    if (match[3] !== undefined) add(match, dayOf(fullYear(match[3]), month, day));
    // "24 Sept" could be a month with its year before it only in a list of months; as written it is a day.
    else add(match, ...nearestYear(month, day, near));
  }
  return found.sort((one, other) => one.at - other.at);
}

function nearestYear(month: number, day: number, near: IsoDate): [IsoDate | null, string] {
  const year = Number(near.slice(0, 4));
  const days = [year - 1, year, year + 1]
    .map((one) => dayOf(one, month, day))
    .filter((date) => date !== null)
    .sort((one, other) => Math.abs(daysBetween(near, one)) - Math.abs(daysBetween(near, other)));
  const [date = null] = days;
  return [date, date ? `No year is given: read as ${formatDate(date)}, the nearest.` : ''];
}

function dayOf(year: number, month: number, day: number): IsoDate | null {
  const two = (value: number) => String(value).padStart(2, '0');
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return isIsoDate(text) ? text : null;
}

function noSuchDay(text: string): string {
  const parts = /^(\d{1,2})\D+(\d{1,2})\D+(\d{2,4})$/.exec(text);
  const hint =
    parts && Number(parts[2]) > 12 && Number(parts[1]) <= 12
      ? ' The day stands before the month here; this looks the other way round.'
      : '';
  const month = parts ? Number(parts[2]) : 0;
  const last = month >= 1 && month <= 12 ? lastDayOfMonth(fullYear(parts?.[3] ?? '2000'), month) : null;
  const limit = last ? ` That month ends on ${formatDate(last)}.` : '';
  return `“${text}” is no day of the calendar.${limit}${hint}`;
}

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
