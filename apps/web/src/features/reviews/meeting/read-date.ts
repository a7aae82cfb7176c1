import type { IsoDate } from '@gt/contracts/words';
import { parseBritishDate } from '@gt/ui';

/**
 * A new date as it is said in a meeting. The year may be left out: then it is the next such day from today on, which
 * the form writes out in full before it is kept. Null while it is no date.
 * Example: "12 Mar" on 30 November 2026 is 12 March 2027; "12/3/26" is 12 March 2026.
 */
export function readMeetingDate(text: string, today: IsoDate): IsoDate | null {
  const whole = parseBritishDate(text);
  if (whole) return whole;
  const year = Number(today.slice(0, 4));
  // 29 February waits up to eight years for its next day.
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const date = parseBritishDate(`${text.trim()} ${year + ahead}`);
    if (date && date >= today) return date;
  }
  return null;
}
