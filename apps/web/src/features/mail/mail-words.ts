import { countOf } from '@gt/domain/wording';
import { dayInWords, timeInWords } from '../../lib/instants.ts';
import type { MailState } from './queries.ts';

const at = (instant: string) => `${dayInWords(instant)} at ${timeInWords(instant)}`;

/** "3 mails wait, the oldest since 12 March 2026 at 09:00." */
export function waitingWords({ count, oldestAt }: MailState['waiting']): string {
  if (count === 0 || oldestAt === null) return 'No mail waits.';
  return count === 1
    ? `1 mail waits, since ${at(oldestAt)}.`
    : `${countOf(count, 'mail')} wait, the oldest since ${at(oldestAt)}.`;
}

/** "2 mails were given up, the newest on 12 March 2026 at 09:30." */
export function givenUpWords({ count, newestAt }: MailState['givenUp']): string {
  if (count === 0 || newestAt === null) return 'None was given up.';
  return count === 1
    ? `1 mail was given up, on ${at(newestAt)}.`
    : `${countOf(count, 'mail')} were given up, the newest on ${at(newestAt)}.`;
}

/** What is typed into the box, one domain a line or with commas. */
export function domainsIn(typed: string): string[] {
  return typed.split(/[\s,;]+/).filter((domain) => domain !== '');
}
