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
import { enqueueScreening } from '../screening/enqueue-screening.ts';
import { uploadAnswer } from './earlier-upload.ts';
import { insertVersion } from './insert-evidence.ts';
import type { ReceivedFile } from './receive-file.ts';
import {
  type EvidenceForWrite,
  evidenceDetails,
  loadEvidenceForWrite,
  writeEvidence,
} from './write-evidence.ts';

/** What every new version does, once its bytes are in the store: its row, and the item waits for a check again. */
export function keepVersion(
  ctx: Context,
  scope: Scope,
  input: { evidenceId: string; version: number; idempotencyKey: string },
  { operation, file }: { operation: 'evidence.addVersion' | 'evidence.rewrite'; file: ReceivedFile },
): Promise<EvidenceUploadOut> {
  return inTransaction(ctx.db, async (tx) => {
    const versionId = newId();
    const claimed = await claimOnce(tx, scope, {
      key: input.idempotencyKey,
      operation,
      entityId: versionId,
    });
    if (claimed) return uploadAnswer(tx, claimed);
    const row = await loadEvidenceForWrite(tx, scope, input, canAddEvidenceVersion);
    const state = nextState(row);
    await writeEvidence(tx, scope, row, { state });
    const number = (row.versions[0]?.number ?? 0) + 1;
    const details = evidenceDetails(row);
    await insertVersion(tx, scope, { id: versionId, evidenceId: row.id, number, file, details });
    await recordAudit(tx, scope, {
      action: operation,
      entityType: 'EVIDENCE',
      entityId: row.id,
      planId: row.planId,
      before: { state: row.state },
      after: { state, versionNumber: number, ...file },
    });
    await enqueueScreening(ctx, tx, versionId);
    return uploadAnswer(tx, versionId);
  });
}

/** Throws RULE for an item that takes no more versions. */
export function nextState(row: Pick<EvidenceForWrite, 'state'>): 'SUBMITTED' {
  const next = stateAfterNewVersion(row.state);
  if (!next.ok) throw new DomainError('RULE', next.sentence);
  return next.state;
}
