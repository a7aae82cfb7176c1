import type { EvidenceEditInput, EvidenceRef } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { canEditEvidence } from '@gt/domain/authz';
import { type EvidenceInput, stateAfterEdit, validateEvidence } from '@gt/domain/evidence';
import { changedFields, recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDateOrNull } from '../../core/dates.ts';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import {
  assertNotWithdrawn,
  evidenceRefOf,
  evidenceValues,
  loadEvidenceForWrite,
  writeEvidence,
} from './write-evidence.ts';

type EvidenceFactsIn = Omit<EvidenceEditInput, 'evidenceId' | 'version'>;

/** Changes what is said about an item. What was accepted waits for a check again when that is no longer what it says. */
export async function editEvidence(
  ctx: Context,
  scope: Scope,
  input: EvidenceEditInput,
): Promise<EvidenceRef> {
  const { evidenceId, version, ...facts } = input;
  const problems = validateEvidence(facts, scope.today);
  if (problems.length > 0) throw invalid(problems);
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadEvidenceForWrite(tx, scope, { evidenceId, version }, canEditEvidence);
    assertNotWithdrawn(row);
    const changes = changedFields(evidenceValues(row), facts);
    const changed = Object.keys(changes.after) as (keyof EvidenceInput)[];
    if (changed.length === 0) return evidenceRefOf(row);
    const state = stateAfterEdit(row.state, changed);
    const written = await writeEvidence(tx, scope, row, { ...toColumns(facts), state });
    const moved = state !== row.state;
    await recordAudit(tx, scope, {
      action: 'evidence.edit',
      entityType: 'EVIDENCE',
      entityId: evidenceId,
      planId: row.planId,
      before: { ...changes.before, ...(moved ? { state: row.state } : {}) },
      after: { ...changes.after, ...(moved ? { state } : {}) },
    });
    return written;
  });
}

/** As the columns hold them; what was left out stays as it is. */
function toColumns({ difference, authorPost, validUntil, periodFrom, periodTo, ...facts }: EvidenceFactsIn) {
  return {
    ...facts,
    periodFrom: fromIsoDateOrNull(periodFrom),
    periodTo: fromIsoDateOrNull(periodTo),
    ...(difference === undefined ? {} : { difference }),
    ...(authorPost === undefined ? {} : { authorPost }),
    ...(validUntil === undefined ? {} : { validUntil: fromIsoDateOrNull(validUntil) }),
  };
}
