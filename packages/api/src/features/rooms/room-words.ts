import { formatDate } from '@gt/contracts/words';
import type { RoomRefusal } from '@gt/domain/room';
import { londonDate } from '../../core/dates.ts';

type RoomTimes = { opensAt: Date; endsAt: Date; closedAt: Date | null };
type AskWhom = { trustName: string; councilName: string };

/** "the programme lead at Northmoor Children's Trust": a post, never a person's name. */
export function askWhom({ trustName, councilName }: AskWhom): string {
  // Not every council has a trust.
  return `the programme lead at ${trustName === '' ? councilName : trustName}`;
}

/** Why somebody is not let in, or may not stay, and whom to ask. */
export function refusalWords(why: RoomRefusal, room: RoomTimes, whom: string): string {
  const on = (at: Date) => formatDate(londonDate(at));
  const ask = `Ask ${whom} if you need it.`;
  switch (why) {
    case 'NOT_YET':
      return `This room opens on ${on(room.opensAt)}. Come back then with the same link and code.`;
    case 'ENDED':
      // It ends at midnight: its last day is the one before.
      return `This room was open until the end of ${on(new Date(room.endsAt.getTime() - 1))}. ${ask}`;
    case 'CLOSED':
      return `This room was closed on ${on(room.closedAt ?? room.endsAt)}. ${ask}`;
    case 'REVOKED':
      return `This link was withdrawn. ${ask}`;
    case 'LOCKED':
      return `Too many wrong codes were entered, so this link is locked. Ask ${whom} for a new link and code.`;
  }
}
