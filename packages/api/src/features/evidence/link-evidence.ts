import type { EvidenceLinkInput, EvidenceRef } from '@gt/contracts/schemas';
import type { EvidenceState } from '@gt/contracts/words';
import { inTransaction, type Tx } from '@gt/db';
import { canEditEvidence } from '@gt/domain/authz';
import { canCheckEvidence } from '@gt/domain/evidence';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { checkLinks } from './check-links.ts';
import { whoAccepted } from './check-sample.ts';
import { loadEvidenceFacts } from './evidence-facts.ts';
import {
  assertNotWithdrawn,
  type EvidenceForWrite,
  evidenceRefOf,
  loadEvidenceForWrite,
  writeEvidence,
} from './write-evidence.ts';

/** Links an item to more actions or recommendations of its plan. Links that are there already stay as they are. */
export async function linkEvidence(
  ctx: Context,
  scope: Scope,
  input: EvidenceLinkInput,
): Promise<EvidenceRef> {
  const { evidenceId, version, ...chosen } = input;
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadEvidenceForWrite(tx, scope, { evidenceId, version });
    assertNotWithdrawn(row);
    const wanted = await checkLinks(tx, scope, { planId: row.planId, ...chosen });
    const there = await tx.evidenceLink.findMany({
      where: { evidenceId },
      select: { actionId: true, recommendationId: true },
    });
    const added = wanted.filter(
      (link) =>
        !there.some(
          (old) => old.actionId === link.actionId && old.recommendationId === link.recommendationId,
        ),
    );
    if (added.length === 0) return evidenceRefOf(row);
    // Otherwise linking somebody else's evidence to one's own action would be a way to rights over it.
    const isHome = canEditEvidence(scope, row.facts.record).ok;
    const by = { evidenceId, linkedById: scope.userId, linkedAt: scope.now, isHome };
    await tx.evidenceLink.createMany({ data: added.map((link) => ({ ...link, ...by })) });
    const state = await stateAfterLink(tx, scope, row);
    const written = await writeEvidence(tx, scope, row, { state });
    await recordAudit(tx, scope, {
      action: 'evidence.link',
      entityType: 'EVIDENCE',
      entityId: evidenceId,
      planId: row.planId,
      ...(state === row.state ? {} : { before: { state: row.state } }),
      after: { links: added, ...(state === row.state ? {} : { state }) },
    });
    return written;
  });
}

/**
 * Accepted evidence stays accepted only while whoever accepted it could still check it: a verifier who owns the
 * newly linked action would otherwise have proved their own.
 */
async function stateAfterLink(tx: Tx, scope: Scope, row: EvidenceForWrite): Promise<EvidenceState> {
  if (row.state !== 'ACCEPTED') return row.state;
  const checkedById = await whoAccepted(tx, row.id);
  const facts = (await loadEvidenceFacts(tx, scope, [row.id])).get(row.id);
  if (!checkedById || !facts) return 'SUBMITTED';
  return canCheckEvidence({ ...facts.independence, userId: checkedById }).ok ? 'ACCEPTED' : 'SUBMITTED';
}
