import type { PackReadinessInput, PackReadinessOut } from '@gt/contracts/schemas';
import { type PackScope, packScope } from '@gt/domain/pack';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { cutOffOf } from './cut-off-of.ts';
import { loadPackFacts } from './pack-facts.ts';
import { countUpdates } from './packs.repository.ts';
import { readinessOf } from './readiness-of.ts';
import type { PackEvidenceFacts } from './scope-evidence.ts';

/**
 * Evidence divided into what goes in and what is left out. A pack marked OFFICIAL may not hold OFFICIAL-SENSITIVE
 * material.
 */
export function divideEvidence(
  evidence: readonly PackEvidenceFacts[],
  { marking, audience, cutOff }: Pick<PackReadinessInput, 'marking' | 'audience' | 'cutOff'>,
): PackScope<PackEvidenceFacts> {
  return packScope(evidence, {
    sensitive: marking === 'OFFICIAL' ? 'LEAVE_OUT' : 'APPENDIX',
    audience,
    cutOff,
  });
}

/**
 * What is missing, stale, unverified or contradictory per recommendation, and what a pack built now would hold and
 * leave out. A constant number of statements, however large the plan. Throws NOT_FOUND.
 */
export async function readReadiness(
  ctx: Context,
  scope: Scope,
  input: PackReadinessInput,
): Promise<PackReadinessOut> {
  const cutOff = await cutOffOf(ctx.db, scope, input);
  const asked = { ...input, cutOff };
  const facts = await loadPackFacts(ctx.db, scope, asked);
  const ids = facts.recommendations.map(({ id }) => id);
  const updates = await countUpdates(ctx.db, scope, ids);
  const { included, leftOut } = divideEvidence(facts.evidence, asked);
  const actions = ids.reduce((sum, id) => sum + (facts.actionsOf.get(id)?.length ?? 0), 0);
  return {
    ...readinessOf(facts, scope.today),
    scope: {
      recommendations: ids.length,
      actions,
      updates,
      evidenceInScope: facts.evidence.length,
      evidenceIncluded: included.length,
      evidenceLeftOut: leftOut.length,
      bytes: included.reduce((sum, { item }) => sum + (item.file?.size ?? 0), 0),
    },
    leftOut: [...leftOut, ...facts.redactedTexts],
  };
}
