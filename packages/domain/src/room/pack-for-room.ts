import { formatDate, type IsoDate, type PackAudience, type PackState } from '@gt/contracts/words';

/** What the rule needs to know of a pack. */
export type RoomPackFacts = {
  number: number;
  state: PackState;
  audience: PackAudience;
  /** Something in it was destroyed; its file was removed when its time was over. */
  isRedacted: boolean;
  isExpired: boolean;
  /** The last day on which its file is surely kept; null for ever. */
  keptUntil: IsoDate | null;
};

/** Why a pack shows nothing any more, wherever it stands; null while it does. */
export function packGone({
  number,
  isRedacted,
  isExpired,
}: Pick<RoomPackFacts, 'number' | 'isRedacted' | 'isExpired'>): string | null {
  if (isRedacted)
    return `Pack ${number} was withdrawn, because something in it was destroyed. Build a new one.`;
  return isExpired ? `The file of pack ${number} was removed. Build a new one.` : null;
}

export type PackForRoom = { ok: true } | { ok: false; reason: string };

/**
 * Whether a pack may stand in a room whose last day is given: finished, made for an inspector, and there to the end. A
 * partial one may: it says of itself what is missing.
 * Example: pack 3, kept until 18 March 2026, for a room until 20 March → no.
 */
export function packForRoom(pack: RoomPackFacts, untilDate: IsoDate): PackForRoom {
  const { number, keptUntil } = pack;
  const no = (reason: string): PackForRoom => ({ ok: false, reason });
  const gone = packGone(pack);
  if (gone !== null) return no(gone);
  if (pack.state !== 'READY') return no(`Pack ${number} is not finished. Wait for it, or choose another.`);
  if (pack.audience !== 'INSPECTOR') {
    return no(`Pack ${number} was not made for an inspector. Build one for the inspector.`);
  }
  if (keptUntil !== null && keptUntil < untilDate) {
    const kept = formatDate(keptUntil);
    return no(`Pack ${number} is kept until ${kept}. Choose an earlier last day, or build a new pack.`);
  }
  return { ok: true };
}
