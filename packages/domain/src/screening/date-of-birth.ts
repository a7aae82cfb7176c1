import { type IsoDate, isIsoDate } from '@gt/contracts/words';
import { daysBetween } from '../calendar/index.ts';
import { type Finding, findAll } from './finding.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
const DATE = `(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./ -]\\d{1,2}[./ -](?:\\d{4}|\\d{2})|\\d{1,2}(?:st|nd|rd|th)? ?(?:of )?${MONTH},? ?(?:\\d{4}|\\d{2})|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})`;
/** The keyword, at most a few words and marks, and the date. */
const ANCHORED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:d\\.?o\\.?b\\.?|dates? of birth|birth ?dates?|birthday|born)(?![\\p{L}\\p{N}])[^\\p{L}\\p{N}\\n]{0,6}(?:(?:is|was|on|the|of|child|:)[^\\p{L}\\p{N}\\n]{1,4}){0,2}(${DATE})(?![\\p{L}\\p{N}])`,
  'giu',
);
const ALONE = new RegExp(`^\\s*(${DATE})\\s*$`, 'iu');
const YEAR = 365.25;
const CHILD_UP_TO = 25;

/** Whether a column is headed as one of dates of birth. */
export function isBirthHeading(heading: string): boolean {
  return /^\s*(?:child(?:['’]s)? |client )?(?:d\.?o\.?b\.?|dates? of birth|birth ?date)\s*$/i.test(heading);
}

/**
 * Reads a date as people write it, day first; a year of two digits is the last one that is not after `today`.
 * Null for what is no date. Example: "3/4/15" on 1 March 2026 → 2015-04-03.
 */
export function readWrittenDate(text: string, today: IsoDate): IsoDate | null {
  const iso = text.trim();
  if (isIsoDate(iso)) return iso;
  const name = new RegExp(MONTH, 'i').exec(text)?.[0];
  const numbers = [...text.matchAll(/\d+/g)].map((match) => match[0]);
  const month = name ? MONTHS.indexOf(name.slice(0, 3).toLowerCase() as 'jan') + 1 : Number(numbers[1]);
  const [day, year] = name ? [numbers[0], numbers[1]] : [numbers[0], numbers[2]];
  if (day === undefined || year === undefined) return null;
  const inFull = (full: string): IsoDate | null => {
    const date = `${full}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isIsoDate(date) ? date : null;
  };
  if (year.length === 4) return inFull(year);
  const recent = inFull(`20${year}`);
  return recent !== null && recent <= today ? recent : inFull(`19${year}`);
}

function judge(words: string, today: IsoDate): Pick<Finding, 'kind' | 'level' | 'why'> | null {
  const born = readWrittenDate(words, today);
  if (born === null || born > today) return null;
  const age = Math.floor(daysBetween(born, today) / YEAR);
  return age <= CHILD_UP_TO
    ? {
        kind: 'DATE_OF_BIRTH',
        level: 'LIKELY',
        why: `A date of birth of somebody up to ${CHILD_UP_TO} years old`,
      }
    : { kind: 'DATE_OF_BIRTH', level: 'POSSIBLE', why: `A date of birth of somebody over ${CHILD_UP_TO}` };
}

/**
 * Dates that a keyword says are dates of birth ("DOB", "date of birth", "born on") and that are real dates not after
 * `today`. Likely up to the age of 25, to which duties to care leavers reach; possible beyond.
 */
export function findBirthDates(text: string, today: IsoDate): Finding[] {
  return findAll(text, ANCHORED, (match) => judge(match[1] ?? '', today));
}

/** A date in a cell of a column that is headed as one of dates of birth. */
export function findBirthDateInCell(cell: string, today: IsoDate): Finding[] {
  const words = ALONE.exec(cell)?.[1];
  const found = words === undefined ? null : judge(words, today);
  return found ? [{ ...found, at: 0, length: cell.length, masked: '••/••/••••' }] : [];
}
