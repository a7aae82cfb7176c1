import type { EvidenceUploadOut } from '@gt/contracts/schemas';
import type { Tx } from '@gt/db';
import { evidenceReference } from '@gt/domain/evidence';
import { DomainError } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';

/** The answer of the upload that made a version: equal for every repeat. */
export async function uploadAnswer(
  tx: Pick<Tx, 'evidenceVersion'>,
  versionId: string,
): Promise<EvidenceUploadOut> {
  const row = await tx.evidenceVersion.findUnique({
    where: { id: versionId },
    select: {
      evidenceId: true,
      number: true,
      fileName: true,
      size: true,
      sha256: true,
      evidence: { select: { number: true } },
    },
  });
  if (!row) {
    throw new DomainError('RULE', 'This was sent before as something else. Reload the page and try again.');
  }
  return {
    evidenceId: row.evidenceId,
    reference: evidenceReference(row.evidence.number),
    versionId,
    versionNumber: row.number,
    fileName: row.fileName,
    size: Number(row.size),
    sha256: row.sha256,
  };
}

/** What an earlier, equal request was answered; null for a new one. Saves sending the bytes again after a lost answer. */
export async function earlierUpload(
  db: Pick<Tx, 'idempotencyKey' | 'evidenceVersion'>,
  scope: Scope,
  key: string,
): Promise<EvidenceUploadOut | null> {
  const claimed = await db.idempotencyKey.findUnique({
    where: { userId_key: { userId: scope.userId, key } },
    select: { entityId: true },
  });
  return claimed ? uploadAnswer(db, claimed.entityId) : null;
}
