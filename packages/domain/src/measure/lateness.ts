import { formatDate, type IsoDate, type MeasureFrequency } from '@gt/contracts/words';
import { addDays, daysBetween } from '../calendar/index.ts';
import { countOf } from '../wording/index.ts';
import { GRACE_DAYS, nextPeriodEnd, periodName } from './reporting-period.ts';

export type Lateness = {
  isLate: boolean;
  /** Calendar days since the first missing figure should have been in; 0 when none is. */
  daysLate: number;
  /** How many figures should have been in by now. */
  missing: number;
  /** '' while nothing is late. */
  words: string;
};

/** A measure left alone for decades is late all the same; nobody needs the exact count. */
const COUNTED = 400;

/**
 * Whether a measure's data are late: the figure of the period after the last one is not in when its days of grace are
 * over (7 for a week, 21 for a month, 42 for a quarter, 90 for a year). Without a figure, the baseline is the last
 * one; without that, the first figure expected is that of the period in which the measure was set up.
 * Source: late data are flagged, by the frequency that the measure itself promises.
 * Example: monthly, last figure of 30 September 2026, today 30 November 2026 → "Last figure is of 30 September 2026;
 * October’s is 9 days late" (31 October + 21 days of grace is 21 November).
 */
export function isLate(
  measure: { frequency: MeasureFrequency; baselineDate: IsoDate | null; createdOn: IsoDate },
  lastFigureOn: IsoDate | null,
  today: IsoDate,
): Lateness {
  const { frequency } = measure;
  const last = lastFigureOn ?? measure.baselineDate ?? startOf(measure.createdOn, frequency);
  const first = nextPeriodEnd(last, frequency);
  let missing = 0;
  let end = first;
  while (addDays(end, GRACE_DAYS[frequency]) < today && missing < COUNTED) {
    missing += 1;
    end = nextPeriodEnd(end, frequency);
  }
  if (missing === 0) return { isLate: false, daysLate: 0, missing, words: '' };
  const daysLate = daysBetween(addDays(first, GRACE_DAYS[frequency]), today);
  const so = lastFigureOn === null ? 'No figure yet' : `Last figure is of ${formatDate(lastFigureOn)}`;
  const of = possessive(periodName(first, frequency, last.slice(0, 4)));
  const more = missing === 1 ? '' : `, and ${missing - 1} more ${missing === 2 ? 'is' : 'are'} missing`;
  return {
    isLate: true,
    daysLate,
    missing,
    words: `${so}; ${of} is ${countOf(daysLate, 'day')} late${more}`,
  };
}

/** A day before the period in which `date` lies, so that the next period end is its own. */
function startOf(date: IsoDate, frequency: MeasureFrequency): IsoDate {
  if (frequency === 'WEEKLY') return date;
  const first = `${date.slice(0, 7)}-01` as IsoDate;
  return addDays(first, -1);
}

function possessive(period: string): string {
  return period.startsWith('the ') ? `that of ${period}` : `${period}’s`;
}
