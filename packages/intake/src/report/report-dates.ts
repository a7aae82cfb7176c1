import { type IsoDate, isIsoDate } from '@gt/contracts/words';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const DAY = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)?\\b(?:\\s+(?:of\\s+)?(${MONTH})\\b\\.?,?(?:\\s+(\\d{4}|\\d{2})(?![\\d/]|\\s*(?:${MONTH})))?)?`,
  'giu',
);

export type InspectionPeriod = { startDate: IsoDate | null; endDate: IsoDate | null };

/**
 * First and last day of an inspection as printed. What a day leaves out it takes from the day after it:
 * "20 February to 3 March 2023" → 2023-02-20 and 2023-03-03, "11 – 22 July 2022" → 2022-07-11 and 2022-07-22.
 * Both are null when the words hold no complete date or the days run backwards.
 */
export function inspectionPeriod(text: string): InspectionPeriod {
  const days = [...text.matchAll(DAY)].map((match) => ({
    day: Number(match[1]),
    month: match[2] ? MONTHS.indexOf(match[2].slice(0, 3).toLowerCase()) + 1 : null,
    year: match[3] ? fullYear(match[3]) : null,
  }));
  let month: number | null = null;
  let year: number | null = null;
  const dates: IsoDate[] = [];
  for (const day of days.toReversed()) {
    if (day.year === null && day.month !== null && month !== null && year !== null && day.month > month)
      year -= 1;
    month = day.month ?? month;
    year = day.year ?? year;
    const date = month === null || year === null ? null : toIso(year, month, day.day);
    if (date === null) return { startDate: null, endDate: null };
    dates.unshift(date);
  }
  const startDate = dates[0];
  const endDate = dates.at(-1);
  if (!startDate || !endDate || startDate > endDate) return { startDate: null, endDate: null };
  return { startDate, endDate };
}

/** One printed date ("25 November 2016"), or null. */
export function printedDate(text: string): IsoDate | null {
  const { startDate, endDate } = inspectionPeriod(text);
  return startDate === endDate ? startDate : null;
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function toIso(year: number, month: number, day: number): IsoDate | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isIsoDate(text) ? text : null;
}
