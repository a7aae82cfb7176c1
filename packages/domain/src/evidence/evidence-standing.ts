import { formatDate, type IsoDate } from '@gt/contracts/words';

/** Why an item of evidence no longer says how things are. */
export type EvidenceStanding = {
  code: 'EXPIRED' | 'SUPERSEDED';
  /** "Expired: it was valid until 28 February 2026". */
  words: string;
};

/**
 * Whether an item still says how things are; null when it does. It is said beside its check wherever it is used,
 * because accepted evidence may be out of date. What took its place comes first: there the reader goes on.
 * Source: an expired or superseded item says so everywhere it is used.
 * Example: valid until 28 February 2026, read on 1 March → EXPIRED; on 28 February it still holds.
 */
export function evidenceStanding(
  item: { validUntil: IsoDate | null; supersededBy: string | null },
  today: IsoDate,
): EvidenceStanding | null {
  if (item.supersededBy !== null) {
    return { code: 'SUPERSEDED', words: `Superseded by ${item.supersededBy}` };
  }
  if (item.validUntil === null || item.validUntil >= today) return null;
  return { code: 'EXPIRED', words: `Expired: it was valid until ${formatDate(item.validUntil)}` };
}
