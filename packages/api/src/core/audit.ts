import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '@gt/db';
import { payloadDigest } from '@gt/domain/audit';
import { livePerson, liveRecord } from './live.ts';
import type { Scope } from './scope.ts';
import { tellFollowers } from './tell-followers.ts';

export type AuditEntry = {
  /** Verb of the use-case, such as "action.create". */
  action: string;
  /** Table of the record in capitals, such as "ACTION": redaction finds payloads by it. */
  entityType: string;
  entityId: string;
  planId: string | null;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};

type AuditedPerson = Pick<Scope, 'userName' | 'now' | 'requestId'> & { userId: string | null };

export function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** JSON-safe copy: dates become ISO strings, bigints strings, undefined goes. */
function plain(value: Record<string, unknown> | undefined): unknown {
  if (value === undefined) return null;
  return JSON.parse(
    JSON.stringify(value, (_key, item) => (typeof item === 'bigint' ? item.toString() : item)),
  );
}

/**
 * Writes who, when, what, old and new, in the caller's transaction. The payload is held apart with a salted digest,
 * so that destroying it leaves the chain verifiable; a job seals the rows into the chain.
 */
export async function recordAudit(tx: Tx, who: AuditedPerson, entry: AuditEntry): Promise<void> {
  await recordAudits(tx, who, [entry]);
}

/** As `recordAudit`, for many records in two statements; the order of the entries is the order of the history. */
export async function recordAudits(
  tx: Tx,
  who: AuditedPerson,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => {
    const salt = randomBytes(16).toString('hex');
    const body = { before: plain(entry.before), after: plain(entry.after) };
    return { entry, salt, body, payloadDigest: payloadDigest(salt, body, sha256Hex) };
  });
  const written = await tx.auditEvent.createManyAndReturn({
    data: rows.map(({ entry, payloadDigest }) => ({
      at: who.now,
      actorId: who.userId,
      actorName: who.userName,
      action: entry.action,
      entityType: entry.entityType,
      entityId: entry.entityId,
      planId: entry.planId,
      requestId: who.requestId,
      payloadDigest,
    })),
    select: { id: true, payloadDigest: true },
  });
  // The salt makes each digest the only one of its kind.
  const eventIds = new Map(written.map((event) => [event.payloadDigest, event.id]));
  await tx.auditPayload.createMany({
    data: rows.map(({ salt, body, payloadDigest }) => {
      const eventId = eventIds.get(payloadDigest);
      if (eventId === undefined) throw new Error('an audit event without its id');
      return { eventId, salt, body: body as object };
    }),
  });
  for (const entry of entries) {
    await tellFollowers(tx, who, entry);
    await tellLive(tx, who, entry);
  }
}

/** Open pages hear of it when the transaction is kept: records of a plan, and accounts and sessions. */
async function tellLive(tx: Tx, who: AuditedPerson, entry: AuditEntry): Promise<void> {
  const { entityType, entityId, planId } = entry;
  if (planId !== null) {
    const { userId: actorId, userName: actorName } = who;
    await liveRecord(tx, { planId, actorId, actorName, entityType, entityId });
  }
  if (entityType === 'USER') await livePerson(tx, entityId);
}

/** The fields that differ between two versions of a record: what belongs in the history. */
export function changedFields<T extends Record<string, unknown>>(
  before: T,
  after: Partial<T>,
): { before: Record<string, unknown>; after: Record<string, unknown> } {
  const old: Record<string, unknown> = {};
  const now: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(after)) {
    const was = before[field];
    if (value === undefined || JSON.stringify(was) === JSON.stringify(value)) continue;
    old[field] = was;
    now[field] = value;
  }
  return { before: old, after: now };
}
