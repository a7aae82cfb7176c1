import { formatDate } from '@gt/contracts/words';
import { londonDate } from '../../core/dates.ts';

/** What stands in the place of destroyed words. */
export function redactedWords(at: Date): string {
  return `Redacted on ${formatDate(londonDate(at))}`;
}
