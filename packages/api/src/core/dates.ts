import { type IsoDate, type IsoInstant, isoDate } from '@gt/contracts/words';

/** A `@db.Date` value as the calendar date it stands for. */
export function toIsoDate(value: Date): IsoDate {
  return isoDate(value.toISOString().slice(0, 10));
}

/** As `toIsoDate`, with null kept. */
export function toIsoDateOrNull(value: Date | null): IsoDate | null {
  return value === null ? null : toIsoDate(value);
}

/** A calendar date as Prisma wants it for a `@db.Date` column. */
export function fromIsoDate(value: IsoDate): Date {
  return new Date(`${value}T00:00:00.000Z`);
}

/** As `fromIsoDate`, with null kept. */
export function fromIsoDateOrNull(value: IsoDate | null): Date | null {
  return value === null ? null : fromIsoDate(value);
}

/** An instant as it travels over the wire. */
export function toInstant(value: Date): IsoInstant {
  return value.toISOString() as IsoInstant;
}

const LONDON = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar date in Europe/London at an instant. Example: 2026-06-30T23:30Z → 2026-07-01. */
export function londonDate(at: Date): IsoDate {
  return isoDate(LONDON.format(at));
}

const LONDON_CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The time by a clock in London at an instant. Example: 2026-06-30T09:02Z → "10:02". */
export function londonTime(at: Date): string {
  return LONDON_CLOCK.format(at);
}
