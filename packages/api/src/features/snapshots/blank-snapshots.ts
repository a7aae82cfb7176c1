import type { Tx } from '@gt/db';
import { canonicalJson } from '@gt/domain/audit';
import { redactSnapshot, type SnapshotRedaction } from '@gt/domain/snapshot';
import type { Scope } from '../../core/scope.ts';
import { BODY_SELECT, bodyOfText, contentOfText, textOf } from './snapshot-body.ts';

export type BlankedSnapshot = { number: number; sha256: string };

/**
 * Takes destroyed words out of every snapshot of a plan, in the transaction that destroys them. A snapshot that held
 * them says so since, keeps the hash it was taken with, and opens by its new one. Answers which those are. The plan's
 * row is locked first, so that no snapshot is being taken meanwhile with the words still in it.
 */
export async function blankSnapshots(
  tx: Tx,
  scope: Scope,
  of: SnapshotRedaction & { planId: string; destroyed: string },
): Promise<BlankedSnapshot[]> {
  await tx.$queryRaw`SELECT 1 FROM "plan" WHERE "id" = ${of.planId} FOR UPDATE`;
  const ids = await tx.snapshot.findMany({
    where: { planId: of.planId },
    orderBy: { number: 'asc' },
    select: { id: true },
  });
  const blanked: BlankedSnapshot[] = [];
  // One at a time: a hundred bodies of a large plan at once would fill the memory.
  for (const { id } of ids) {
    const stored = await tx.snapshot.findUniqueOrThrow({ where: { id }, select: BODY_SELECT });
    const text = await textOf(stored);
    const redacted = withoutWords(text, of);
    if (redacted === text) continue;
    const { body, sha256 } = await bodyOfText(redacted);
    await tx.snapshot.updateMany({
      where: { id },
      data: { body, redactedAt: scope.now, redactedSha256: sha256 },
    });
    blanked.push({ number: stored.number, sha256 });
  }
  return blanked;
}

/** How many snapshots of the plan hold the words, for whoever is to agree that they go. */
export async function countSnapshotsWith(
  tx: Tx,
  _scope: Scope,
  of: SnapshotRedaction & { planId: string; destroyed: string },
): Promise<number> {
  const ids = await tx.snapshot.findMany({ where: { planId: of.planId }, select: { id: true } });
  let held = 0;
  for (const { id } of ids) {
    const stored = await tx.snapshot.findUniqueOrThrow({ where: { id }, select: BODY_SELECT });
    if (redactSnapshot(contentOfText(await textOf(stored)), of, of.destroyed).length > 0) held += 1;
  }
  return held;
}

/** A record is one unbroken piece of the canonical text, so only the pieces that change are written anew. */
function withoutWords(text: string, of: SnapshotRedaction & { destroyed: string }): string {
  let rest = text;
  for (const { before, after } of redactSnapshot(contentOfText(text), of, of.destroyed)) {
    rest = rest.replace(canonicalJson(before), () => canonicalJson(after));
  }
  return rest;
}
