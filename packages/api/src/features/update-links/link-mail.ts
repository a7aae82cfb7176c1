import { formatDate, type IsoDate } from '@gt/contracts/words';
import { dayWords } from '@gt/domain/review';
import { countOf, listWords } from '@gt/domain/wording';

/** Beyond so many, a mail counts the rest instead of naming them. */
const NAMED = 40;

type LinkMail = {
  references: readonly string[];
  /** By when the updates are wanted; null when no review is planned, or its deadline has passed. */
  due: { date: IsoDate; time: string } | null;
  address: string;
  lastDay: IsoDate;
};

/**
 * The mail that carries a link. It leaves the trust, so it names actions by reference and nothing else: no title, no
 * plan, no person.
 */
export function linkMail({ references, due, address, lastDay }: LinkMail): { subject: string; text: string } {
  const wait = references.length === 1 ? 'waits' : 'wait';
  const by = due ? ` by ${dayWords(due.date)}, ${due.time}` : '';
  const text = [
    `${listWords(references, NAMED)} ${wait} for your update${by}.`,
    `Write it here. You need no account:\n${address}`,
    `The address works until the end of ${formatDate(lastDay)}. Opening it uses nothing up. It shows the actions of your agency only, and is meant for you: please do not pass it on.`,
    'If you did not expect this, ignore it.',
  ].join('\n\n');
  return { subject: `${countOf(references.length, 'action')} ${wait} for your update`, text: `${text}\n` };
}
