import type { EvidenceState, IsoDate } from '@gt/contracts/words';
import { countOf } from '../wording/index.ts';
import { evidenceStanding } from './evidence-standing.ts';

/** What tells whether an item counts. */
export type CountedItem = {
  state: EvidenceState;
  /** Destroyed or deleted: proves nothing and asks for nothing. */
  isGone?: boolean;
  /** The last day on which it still says how things are. */
  validUntil?: IsoDate | null;
  /** The item that took its place. */
  supersededBy?: string | number | null;
};

/** How many items stand on record, of those the accepted ones, and beside them those that were accepted and expired. */
export type EvidenceTally = { total: number; accepted: number; expired: number };

/** Whether an item counts as proof today: accepted, still valid, and nothing took its place. */
export function countsAsProof(item: CountedItem, today: IsoDate): boolean {
  return item.state === 'ACCEPTED' && isOnRecord(item) && !isExpired(item, today);
}

/** Neither withdrawn, nor gone, nor superseded: only such an item proves anything or asks for anything. */
export function isOnRecord({ state, isGone, supersededBy }: Omit<CountedItem, 'validUntil'>): boolean {
  return state !== 'WITHDRAWN' && !isGone && !supersededBy;
}

/**
 * The one count of evidence, whoever shows it: a recommendation's test, an action's thread, a list, a snapshot. What
 * was accepted and has expired stands apart, so that it is neither proof nor waiting for anybody.
 * Source: an expired or superseded item says so everywhere it is used.
 * Example: one accepted, one accepted until yesterday, one superseded, one waiting → `known` 2, `accepted` 1,
 * `expired` 1.
 */
export function countEvidence<Item extends CountedItem>(
  items: readonly Item[],
  today: IsoDate,
): { known: Item[]; accepted: Item[]; expired: Item[] } {
  const onRecord = items.filter(isOnRecord);
  const known = onRecord.filter((item) => item.state !== 'ACCEPTED' || !isExpired(item, today));
  return {
    known,
    accepted: known.filter(({ state }) => state === 'ACCEPTED'),
    expired: onRecord.filter((item) => item.state === 'ACCEPTED' && isExpired(item, today)),
  };
}

/** The tally in a cell: "None", "2 of 3 accepted", "2 of 3 accepted, 1 expired", "1 expired". */
export function tallyWords({ total, accepted, expired }: EvidenceTally): string {
  const past = expired > 0 ? [`${expired} expired`] : [];
  if (total === 0) return past[0] ?? 'None';
  return [`${accepted} of ${total} accepted`, ...past].join(', ');
}

/** The same on a thread: "no evidence", "4 items, all verified", "4 items, 2 not verified", "1 item, expired". */
export function proofWords({ total, accepted, expired }: EvidenceTally): string {
  if (total === 0) return expired === 0 ? 'no evidence' : `${countOf(expired, 'item')}, expired`;
  const open = total - accepted;
  if (open > 0) return `${countOf(total, 'item')}, ${total === 1 ? '' : `${open} `}not verified`;
  return total === 1 ? '1 item, verified' : `${countOf(total, 'item')}, all verified`;
}

function isExpired({ validUntil = null }: Pick<CountedItem, 'validUntil'>, today: IsoDate): boolean {
  return evidenceStanding({ validUntil, supersededBy: null }, today) !== null;
}
