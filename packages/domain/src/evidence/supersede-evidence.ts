import type { EvidenceState } from '@gt/contracts/words';

/** An item as far as it matters for taking another's place. */
export type Successor = { id: string; reference: string; state: EvidenceState; isGone: boolean };

export type SupersedeResult = { ok: true } | { ok: false; sentence: string };

/**
 * Whether one item may take another's place. `after` are the items that already took the successor's place, one
 * after the other: an item must not come to supersede itself.
 * Example: E3 superseded by E7, and E7 by E3 → refused, because neither would be current.
 */
export function supersedeEvidence(
  item: { id: string; state: EvidenceState },
  by: Successor,
  after: readonly string[],
): SupersedeResult {
  const no = (sentence: string): SupersedeResult => ({ ok: false, sentence });
  if (item.state === 'WITHDRAWN') return no('This evidence was withdrawn, so nothing takes its place.');
  if (item.id === by.id) return no('An item cannot take its own place. Choose another.');
  if (by.isGone) return no(`${by.reference} was destroyed, so it cannot take the place of this one.`);
  if (by.state === 'WITHDRAWN') {
    return no(`${by.reference} was withdrawn, so it cannot take the place of this one.`);
  }
  if (after.includes(item.id)) {
    return no(`${by.reference} is itself superseded by this one. Take that back first.`);
  }
  return { ok: true };
}
