import type { IsoDate } from '@gt/contracts/words';

/** What a nudge comes from: the day, so that the table itself sees to one nudge a person a day. */
export function nudgeSource(today: IsoDate): string {
  return `nudge:${today}`;
}
