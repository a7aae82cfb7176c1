import { dayInWords } from '../../lib/instants.ts';

/** The last day on which a link works: it ends at midnight, at the beginning of the next. */
export function lastDay(expiresAt: string): string {
  return dayInWords(new Date(new Date(expiresAt).getTime() - 1).toISOString());
}
