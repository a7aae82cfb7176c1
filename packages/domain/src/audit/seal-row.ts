import { canonicalJson } from './canonical-json.ts';

/** SHA-256 of a text's UTF-8 bytes, as 64 lower-case hexadecimal digits. Given by the shell. */
export type Sha256Of = (text: string) => string;

/** What the first row of the chain follows. */
export const GENESIS = '0'.repeat(64);

/** The columns of an audit event that the chain covers. Ids travel as text or bigint, instants as text or Date. */
export type SealedEvent = {
  id: bigint | string | number;
  at: Date | string;
  actorId: string | null;
  actorName: string;
  action: string;
  entityType: string;
  entityId: string;
  planId: string | null;
  requestId: string;
  payloadDigest: string;
};

/**
 * The hash of one row of the chain: SHA-256 of the canonical JSON of the previous row's hash and the event. The
 * position is not hashed: order is what the chain itself proves. Other columns of the event object are ignored.
 *
 * Source: audit rows are hash-chained over canonical JSON; the chain covers a digest of the payload, never the
 * payload, so that a payload can be destroyed and the chain still verifies.
 * Example: `sealRow(GENESIS, firstEvent, sha256)` gives the hash stored at position 1.
 */
export function sealRow(previousHash: string, event: SealedEvent, sha256: Sha256Of): string {
  return sha256(canonicalJson({ previousHash, event: sealedColumns(event) }));
}

/**
 * The digest of an event's old and new values: SHA-256 of the salt, a line feed, and the canonical JSON of the
 * body. The salt (random, at least 16 bytes as text) keeps short values from being guessed out of the digest after
 * they are destroyed.
 */
export function payloadDigest(salt: string, body: unknown, sha256: Sha256Of): string {
  return sha256(`${salt}\n${canonicalJson(body)}`);
}

function sealedColumns(event: SealedEvent): Record<string, string | null> {
  return {
    id: String(event.id),
    at: typeof event.at === 'string' ? event.at : event.at.toISOString(),
    actorId: event.actorId,
    actorName: event.actorName,
    action: event.action,
    entityType: event.entityType,
    entityId: event.entityId,
    planId: event.planId,
    requestId: event.requestId,
    payloadDigest: event.payloadDigest,
  };
}
