import type { EvidenceRef, EvidenceSupersedeInput } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { canEditEvidence } from '@gt/domain/authz';
import { supersedeEvidence as decideSuccession, evidenceReference } from '@gt/domain/evidence';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { evidenceRefOf, loadEvidence, loadEvidenceForWrite, writeEvidence } from './write-evidence.ts';

/** Says which other item of the plan took an item's place, or takes that back. The check of neither changes. */
export async function supersedeEvidence(
  ctx: Context,
  scope: Scope,
  { evidenceId, version, byId }: EvidenceSupersedeInput,
): Promise<EvidenceRef> {
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadEvidenceForWrite(tx, scope, { evidenceId, version }, canEditEvidence);
    if (row.supersededById === byId) return evidenceRefOf(row);
    const supersededBy = byId === null ? null : await successorOf(tx, scope, row, byId);
    const written = await writeEvidence(tx, scope, row, { supersededById: byId });
    await recordAudit(tx, scope, {
      action: byId === null ? 'evidence.unsupersede' : 'evidence.supersede',
      entityType: 'EVIDENCE',
      entityId: evidenceId,
      planId: row.planId,
      before: { supersededBy: await referenceOf(tx, row.supersededById) },
      after: { supersededBy },
    });
    return written;
  });
}

/** "E7", once the domain agrees. NOT_FOUND for an item that the person may not see, or of another plan. */
async function successorOf(
  tx: Tx,
  scope: Scope,
  row: Awaited<ReturnType<typeof loadEvidence>>,
  byId: string,
): Promise<string> {
  // One after the other in a plan, so that two at once cannot close a ring.
  await tx.$queryRaw`SELECT "id" FROM "plan" WHERE "id" = ${row.planId} FOR UPDATE`;
  const by = await loadEvidence(tx, scope, byId);
  if (by.planId !== row.planId) throw notFound('evidence');
  const reference = evidenceReference(by.number);
  const after = await whatCameAfter(tx, byId);
  const decided = decideSuccession(
    row,
    { ...by, reference, isGone: by.versions[0]?.redactedAt != null },
    after,
  );
  if (!decided.ok) throw new DomainError('RULE', decided.sentence);
  return reference;
}

/** The items that took an item's place, one after the other. */
async function whatCameAfter(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE after("id") AS (
      SELECT e."supersededById" FROM "evidence" e WHERE e."id" = ${id} AND e."supersededById" IS NOT NULL
      UNION SELECT e."supersededById" FROM after JOIN "evidence" e ON e."id" = after."id"
      WHERE e."supersededById" IS NOT NULL
    ) SELECT "id" FROM after`;
  return rows.map((row) => row.id);
}

async function referenceOf(tx: Tx, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const row = await tx.evidence.findUnique({ where: { id }, select: { number: true } });
  return row && evidenceReference(row.number);
}
