import { formatDate, type IsoDate } from '@gt/contracts/words';
import { daysBetween } from '../calendar/index.ts';
import { fullYear, lastDayOfMonth, monthOf } from './month-end.ts';

type Period = { date: IsoDate; note: string };

const MONTH =
  /\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?(?:[\s,'’/-]*(\d{4}|\d{2}))?(?!\d)/i;
const QUARTER =
  /\b(?:q(?:uarter|tr)?\s*([1-4])|([1-4])(?:st|nd|rd|th)\s+quarter)\b(?:[\s,(]*(?:of\s+)?(?:fy\s*)?(?:(20\d{2}|\d{2})\s*[/-]\s*(20\d{2}|\d{2})|(20\d{2})))?/i;
/** A month said to be only begun or half over names no last day. */
const NOT_AT_END = /\b(?:early|start of|beginning of|mid)\b/i;

/**
 * A month or a quarter as its last day. A quarter is one of the financial year, which begins in April: Q1 ends on
 * 30 June, Q4 on 31 March. Without a year the next end from `near` on is meant.
 * Example: "Sept 24" is 30 September 2024; "Q4 24/25" is 31 March 2025. Null for anything else.
 */
export function readPeriod(plain: string, near: IsoDate): Period | null {
  return ofQuarter(plain, near) ?? ofMonth(plain, near);
}

function ofQuarter(plain: string, near: IsoDate): Period | null {
  const match = QUARTER.exec(plain);
  if (!match) return null;
  const quarter = Number(match[1] ?? match[2]);
  const month = quarter === 4 ? 3 : 3 + quarter * 3;
  const given = match[3] ?? match[5];
  const opens = given === undefined ? null : fullYear(given);
  const end = (year: number) => lastDayOfMonth(quarter === 4 ? year + 1 : year, month);
  const date = opens === null ? nextFrom(near, end) : end(opens);
  const assumed = opens === null ? ' No year is given: the next one is taken.' : '';
  return {
    date,
    note: `Quarter ${quarter} of the financial year ends on ${formatDate(date)}.${assumed}`,
  };
}

function ofMonth(plain: string, near: IsoDate): Period | null {
  if (NOT_AT_END.test(plain)) return null;
  // "may" is a verb as often as a month: alone it is one only with a year or as the whole cell.
  const match = MONTH.exec(plain);
  if (!match?.[1]) return null;
  const isMay = match[1].toLowerCase() === 'may';
  if (isMay && match[2] === undefined && !/^(?:by |end (?:of )?)?may$/i.test(plain)) return null;
  if (plain.length - match[0].length > 40) return null;
  const month = monthOf(match[1]);
  const end = (year: number) => lastDayOfMonth(year, month);
  const date = match[2] === undefined ? nextFrom(near, end) : end(fullYear(match[2]));
  const assumed = match[2] === undefined ? ' No year is given: the next one is taken.' : '';
  return { date, note: `A month without a day is read as its last, ${formatDate(date)}.${assumed}` };
}

function nextFrom(near: IsoDate, end: (year: number) => IsoDate): IsoDate {
  const year = Number(near.slice(0, 4));
  return [year - 1, year, year + 1].map(end).find((date) => daysBetween(near, date) >= 0) ?? end(year + 1);
}
