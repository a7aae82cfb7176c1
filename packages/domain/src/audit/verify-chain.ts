import { formatDate } from '@gt/contracts/words';
import { GENESIS, payloadDigest, type SealedEvent, type Sha256Of, sealRow } from './seal-row.ts';

/** One row of the chain as stored, with its event, and its payload when it is to be checked as well. */
export type ChainRow = {
  position: bigint | number;
  previousHash: string;
  hash: string;
  event: SealedEvent;
  /** Left out: not checked. Null: the row has lost its payload, which is a break. */
  payload?: ChainPayload | null;
};
export type ChainPayload = {
  salt: string | null;
  /** Null once destroyed. A body that is still there is checked, whatever `redactedAt` says. */
  body: unknown;
  redactedAt: Date | string | null;
  redactionId?: string | null;
};

/** A row's position and hash as printed in a pack, kept where the database cannot reach. */
export type Checkpoint = { sequence: bigint | number; hash: string };

export type ChainBreakKind =
  | 'FLIPPED'
  | 'DELETED'
  | 'INSERTED'
  | 'REORDERED'
  | 'TRUNCATED'
  | 'REWRITTEN'
  | 'PAYLOAD_CHANGED'
  | 'PAYLOAD_MISSING';
export type ChainBreak = { kind: ChainBreakKind; position: number; eventId: string | null; sentence: string };
/** A payload destroyed by two people: reported, and no break. */
export type RedactedRow = { position: number; eventId: string; redactionId: string | null; sentence: string };

export type ChainReport = { rows: number; head: Checkpoint | null; redacted: RedactedRow[] };
export type ChainVerdict = ({ ok: true } & ChainReport) | ({ ok: false; break: ChainBreak } & ChainReport);

export type ChainOptions = {
  checkpoints?: readonly Checkpoint[];
  /** Where an earlier, whole part of the chain ended, when the chain is read a page at a time. */
  after?: Checkpoint;
};

/**
 * Reads the chain in order of position and reports the first break, with what most likely happened. Rows must be
 * all rows after `options.after` (else from the beginning), in order. Truncation and a rewrite of the whole chain
 * leave it consistent in itself, so they show only against checkpoints.
 *
 * Source: history cannot be quietly changed: flipped byte, deletion, insertion, reordering, truncation and rewrite
 * are each detected, the last two through a checkpoint; a destroyed payload verifies and says "redacted on …".
 * Example: rows 1, 2, 4 → `{ok: false, break: {kind: 'DELETED', position: 3, …}}`.
 */
export function verifyChain(
  rows: readonly ChainRow[],
  sha256: Sha256Of,
  options: ChainOptions = {},
): ChainVerdict {
  const { after, checkpoints = [] } = options;
  const redacted: RedactedRow[] = [];
  let previousHash = after?.hash ?? GENESIS;
  let position = Number(after?.sequence ?? 0);
  const report = (checked: number): ChainReport => ({
    rows: checked,
    head: position > 0 ? { sequence: position, hash: previousHash } : null,
    redacted,
  });
  for (const [index, row] of rows.entries()) {
    const found =
      linkBreak(rows, index, position + 1, previousHash, sha256) ?? payloadBreak(row, sha256, redacted);
    if (found) return { ok: false, break: found, ...report(index) };
    position = Number(row.position);
    previousHash = row.hash;
    const checkpoint = checkpoints.find((known) => Number(known.sequence) === position);
    if (checkpoint && checkpoint.hash !== row.hash) {
      return { ok: false, break: rewritten(position, row), ...report(index + 1) };
    }
  }
  const lost = checkpoints.find((checkpoint) => Number(checkpoint.sequence) > position);
  if (lost) return { ok: false, break: truncated(position, Number(lost.sequence)), ...report(rows.length) };
  return { ok: true, ...report(rows.length) };
}

function linkBreak(
  rows: readonly ChainRow[],
  index: number,
  expected: number,
  previousHash: string,
  sha256: Sha256Of,
): ChainBreak | null {
  const row = rows[index];
  if (!row) return null;
  const isWhole = sealRow(row.previousHash, row.event, sha256) === row.hash;
  const follows = row.previousHash === previousHash;
  if (isWhole && follows && Number(row.position) === expected) return null;
  const at = (kind: ChainBreakKind, sentence: string): ChainBreak => ({
    kind,
    position: expected,
    eventId: kind === 'DELETED' ? null : String(row.event.id),
    sentence,
  });
  if (follows && !isWhole) {
    // A row with a made-up hash, put in between, leaves the next genuine row still following the one before it.
    if (rows[index + 1]?.previousHash === previousHash && rows[index + 1]?.hash !== row.hash) {
      return at('INSERTED', `Row ${expected} does not belong to the chain: it was put in afterwards.`);
    }
    return at(
      'FLIPPED',
      `Row ${expected} was changed after it was sealed: its hash no longer fits its content.`,
    );
  }
  if (follows && isWhole) {
    if (Number(row.position) > expected) return at('DELETED', `Row ${expected} is missing.`);
    return at('REORDERED', `Row ${expected} is numbered ${row.position}: rows were put in another order.`);
  }
  return at(...brokenLink(rows, index, expected, previousHash, isWhole));
}

/** Why a row does not follow the one before it, from where its true neighbours are found. */
function brokenLink(
  rows: readonly ChainRow[],
  index: number,
  expected: number,
  previousHash: string,
  isWhole: boolean,
): [ChainBreakKind, string] {
  const row = rows[index];
  const successor = rows.findIndex((other, at) => at > index && other.previousHash === previousHash);
  const isPredecessorLater = rows.some((other, at) => at > index && other.hash === row?.previousHash);
  const isPredecessorEarlier = rows.some((other, at) => at < index - 1 && other.hash === row?.previousHash);
  const isUsedLater = rows.some((other, at) => at > index && other.previousHash === row?.hash);
  if (isWhole && isPredecessorLater) {
    return ['REORDERED', `Row ${expected} comes before the row it follows: rows were put in another order.`];
  }
  if (isPredecessorEarlier) {
    return ['INSERTED', `Before row ${expected}, rows were put in that do not belong to the chain.`];
  }
  if (successor >= 0 && !isUsedLater) {
    return ['INSERTED', `Row ${expected} does not belong to the chain: it was put in afterwards.`];
  }
  if (successor >= 0) {
    return ['REORDERED', `Row ${expected} stands where another belongs: rows were put in another order.`];
  }
  if (isWhole) return ['DELETED', `The row that belongs before row ${expected} is missing.`];
  return [
    'FLIPPED',
    `Row ${expected} was changed after it was sealed: it no longer names the row before it.`,
  ];
}

function payloadBreak(row: ChainRow, sha256: Sha256Of, redacted: RedactedRow[]): ChainBreak | null {
  const { payload } = row;
  if (payload === undefined) return null;
  const position = Number(row.position);
  const eventId = String(row.event.id);
  const broken = (kind: ChainBreakKind, sentence: string): ChainBreak => ({
    kind,
    position,
    eventId,
    sentence,
  });
  if (payload === null) return broken('PAYLOAD_MISSING', `The content of row ${position} is missing.`);
  if (payload.redactedAt !== null && (payload.body === null || payload.body === undefined)) {
    const day =
      typeof payload.redactedAt === 'string' ? payload.redactedAt : payload.redactedAt.toISOString();
    const sentence = `Redacted on ${formatDate(day)}`;
    redacted.push({ position, eventId, redactionId: payload.redactionId ?? null, sentence });
    return null;
  }
  if (
    payload.salt !== null &&
    payloadDigest(payload.salt, payload.body, sha256) === row.event.payloadDigest
  ) {
    return null;
  }
  return broken(
    'PAYLOAD_CHANGED',
    `The content of row ${position} was changed: it no longer fits its digest.`,
  );
}

function rewritten(position: number, row: ChainRow): ChainBreak {
  const sentence = `Row ${position} differs from the checkpoint taken then: the chain was rewritten.`;
  return { kind: 'REWRITTEN', position, eventId: String(row.event.id), sentence };
}

function truncated(position: number, sequence: number): ChainBreak {
  const sentence = `The chain ends at row ${position}, and a checkpoint knows row ${sequence}: the end was cut off.`;
  return { kind: 'TRUNCATED', position: position + 1, eventId: null, sentence };
}
