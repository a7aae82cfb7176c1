import { formatDate } from '@gt/contracts/words';

const DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
});

/** The London day of an instant: "2026-06-30T23:30:00Z" → "2026-07-01". */
export function londonDay(instant: string): string {
  return DAY.format(new Date(instant));
}

/** "12 March 2026". */
export function dayInWords(instant: string): string {
  return formatDate(londonDay(instant));
}

/** "14:05", as the clock in London shows it. */
export function timeInWords(instant: string): string {
  return TIME.format(new Date(instant));
}
