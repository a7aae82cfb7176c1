import type { FieldProblem } from '@gt/contracts/words';
import { isTimeOfDay } from '../calendar/index.ts';
import type { DigestHours } from './digest-due.ts';

const DAY = 24 * 60;
/** A digest looks for its moment every few minutes, so quiet hours leave it at least this long. */
const OPEN_MINUTES = 60;

const TIMES = [
  { field: 'digestTime', enter: 'Enter a time for the digest, such as 07:30' },
  { field: 'quietFrom', enter: 'Enter when quiet begins, such as 18:00' },
  { field: 'quietTo', enter: 'Enter when quiet ends, such as 07:00' },
] as const;

/**
 * Everything wrong with the hours that somebody chose for their mail.
 * Example: quiet from 07:00 to 06:30 → "Quiet hours must leave at least one hour of the day for the digest".
 */
export function validateDigestHours(hours: DigestHours): FieldProblem[] {
  const problems: FieldProblem[] = TIMES.filter(({ field }) => !isTimeOfDay(hours[field])).map(
    ({ field, enter: message }) => ({ field, message }),
  );
  const isDay = (day: number) => Number.isInteger(day) && day >= 1 && day <= 7;
  if (!hours.digestDays.every(isDay) || new Set(hours.digestDays).size < hours.digestDays.length) {
    problems.push({ field: 'digestDays', message: 'Choose days from Monday to Sunday, each once' });
  }
  if (problems.length === 0 && quietMinutes(hours) > DAY - OPEN_MINUTES) {
    const message = 'Quiet hours must leave at least one hour of the day for the digest';
    problems.push({ field: 'quietTo', message });
  }
  return problems;
}

function quietMinutes({ quietFrom, quietTo }: DigestHours): number {
  return (minuteOf(quietTo) - minuteOf(quietFrom) + DAY) % DAY;
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
