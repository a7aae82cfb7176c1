import type { EvidenceUploadOut } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { canAddEvidenceVersion } from '@gt/domain/authz';
import { stateAfterNewVersion } from '@gt/domain/evidence';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { earlierUpload, uploadAnswer } from './earlier-upload.ts';
import { type IncomingFile, receiveFile } from './receive-file.ts';
import { insertVersion } from './upload-evidence.ts';
import {
  type EvidenceForWrite,
  loadEvidence,
  loadEvidenceForWrite,
  writeEvidence,
} from './write-evidence.ts';

/**
 * Adds a newer file to an item of evidence, which then waits for a check again. Bytes first, row second; the same
 * intent twice gives one version. Throws CONFLICT when the item changed since it was read.
 */
export async function addVersion(
  ctx: Context,
  scope: Scope,
  input: { evidenceId: string; version: number; idempotencyKey: string },
  incoming: IncomingFile,
): Promise<EvidenceUploadOut> {
  const earlier = await earlierUpload(ctx.db, scope, input.idempotencyKey);
  if (earlier) return earlier;
  nextState(await loadEvidence(ctx.db, scope, input.evidenceId, canAddEvidenceVersion));
  const file = await receiveFile(ctx, incoming);
  return inTransaction(ctx.db, async (tx) => {
    const versionId = newId();
    const claimed = await claimOnce(tx, scope, {
      key: input.idempotencyKey,
      operation: 'evidence.addVersion',
      entityId: versionId,
    });
    if (claimed) return uploadAnswer(tx, claimed);
    const row = await loadEvidenceForWrite(tx, scope, input, canAddEvidenceVersion);
    const state = nextState(row);
    await writeEvidence(tx, scope, row, { state });
    const number = (row.versions[0]?.number ?? 0) + 1;
    await insertVersion(tx, scope, { id: versionId, evidenceId: row.id, number, file });
    await recordAudit(tx, scope, {
      action: 'evidence.addVersion',
      entityType: 'EVIDENCE',
      entityId: row.id,
      planId: row.planId,
      before: { state: row.state },
      after: { state, versionNumber: number, ...file },
    });
    return uploadAnswer(tx, versionId);
  });
}

function nextState(row: Pick<EvidenceForWrite, 'state'>): 'SUBMITTED' {
  const next = stateAfterNewVersion(row.state);
  if (!next.ok) throw new DomainError('RULE', next.sentence);
  return next.state;
}
