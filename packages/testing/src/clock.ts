import { type IsoDate, isoDate } from '@gt/contracts/words';
import { addDays } from '@gt/domain/calendar';

/** The day on which tests take place unless they say otherwise: a Thursday, far from any bank holiday. */
export const TODAY: IsoDate = isoDate('2026-03-12');

/** A clock that moves only when told. `now` is an instant, `today` the date in Europe/London (09:00 is the same day). */
export type FakeClock = {
  readonly today: IsoDate;
  readonly now: Date;
  advanceDays(days: number): void;
  advanceMinutes(minutes: number): void;
};

/** A clock standing at 09:00 UTC on the given day. Example: `clock('2026-03-12').today` is "2026-03-12". */
export function clock(day: string = TODAY): FakeClock {
  let now = Date.parse(`${isoDate(day)}T09:00:00Z`);
  return {
    get now() {
      return new Date(now);
    },
    get today() {
      return isoDate(new Date(now).toISOString().slice(0, 10));
    },
    advanceDays(days) {
      const at = new Date(now).toISOString();
      now = Date.parse(`${addDays(isoDate(at.slice(0, 10)), days)}${at.slice(10)}`);
    },
    advanceMinutes(minutes) {
      now += minutes * 60_000;
    },
  };
}
