import { formatDate } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { dayInWords, timeInWords } from '../../lib/instants.ts';
import type { RoomPack, RoomRow } from './queries.ts';

/** "12 March 2026 at 09:30". */
export function momentWords(instant: string): string {
  return `${dayInWords(instant)} at ${timeInWords(instant)}`;
}

/** "Open until the end of 20 March 2026". */
export function standingWords({
  state,
  opensOn,
  lastDay,
  closedAt,
}: Pick<RoomRow, 'state' | 'opensOn' | 'lastDay' | 'closedAt'>): string {
  if (state === 'CLOSED') return `Closed on ${dayInWords(closedAt ?? opensOn)}`;
  if (state === 'ENDED') return `Ended with ${formatDate(lastDay)}`;
  const until = `until the end of ${formatDate(lastDay)}`;
  return state === 'OPEN' ? `Open ${until}` : `Opens on ${formatDate(opensOn)}, ${until}`;
}

/** "Entered 3 times, last on 16 March 2026 at 10:02". */
export function entranceWords(entrances: number, last: string | null): string {
  if (entrances === 0 || last === null) return 'Nobody has entered yet';
  return `Entered ${entrances === 1 ? 'once' : countOf(entrances, 'time')}, last on ${momentWords(last)}`;
}

/** "Pack 3, finished on 12 March 2026, kept until 11 March 2027; partial". */
export function packChoiceWords({ number, finishedAt, keptUntil, isPartial }: RoomPack): string {
  const parts = [
    `Pack ${number}`,
    finishedAt ? `finished on ${dayInWords(finishedAt)}` : '',
    keptUntil ? `kept until ${formatDate(keptUntil)}` : '',
  ].filter(Boolean);
  return `${parts.join(', ')}${isPartial ? '; partial' : ''}`;
}
