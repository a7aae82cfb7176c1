import type { LineageDecided, LineageDecideInput } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { isEarlier } from '@gt/domain/lineage';
import { changedFields, recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import { likenessIn } from './likeness-in.ts';
import { keyOf, loadHistory } from './load-history.ts';

/**
 * A person says that a recommendation is the same concern as an earlier one, or that it is not. Said once for each
 * pair; said differently later, it is changed at the version that was read. Throws NOT_FOUND, RULE, CONFLICT.
 */
export async function decideLineage(
  ctx: Context,
  scope: Scope,
  input: LineageDecideInput,
): Promise<LineageDecided> {
  return inTransaction(ctx.db, async (tx) => {
    const linkId = newId();
    const intent = { key: input.idempotencyKey, operation: 'lineage.decide', entityId: linkId };
    const said = await claimOnce(tx, scope, intent);
    if (said) return asItIs(tx, said);
    const { planId, similarity } = await checkPair(tx, scope, input);
    const pair = pairOf(input);
    // Two people who decide on the same pair at once do it one after the other.
    await tx.$executeRaw`SELECT 1 FROM "recommendation" WHERE "id" = ${input.recommendationId} FOR UPDATE`;
    const standing = await tx.lineageLink.findFirst({
      where: pair,
      select: { id: true, state: true, note: true, version: true },
    });
    if (standing) return change(tx, scope, planId, standing, input);
    if (input.version !== null) throw notFound('decision');
    const facts = { state: input.state, note: input.note };
    await tx.lineageLink.create({
      data: {
        id: linkId,
        planId,
        ...pair,
        ...facts,
        similarity,
        decidedById: scope.userId,
        decidedAt: scope.now,
      },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: input.state === 'CONFIRMED' ? 'lineage.confirm' : 'lineage.dismiss',
      entityType: 'LINEAGE_LINK',
      entityId: linkId,
      planId,
      after: { ...pair, ...facts, similarity },
    });
    return { linkId, version: 1 };
  });
}

function pairOf({ recommendationId, earlier }: LineageDecideInput) {
  const isPlan = earlier.source === 'PLAN';
  return {
    recommendationId,
    earlierId: isPlan ? null : earlier.id,
    earlierInPlanId: isPlan ? earlier.id : null,
  };
}

/** Both must be of one authority, with words to read, and the earlier one earlier. */
async function checkPair(tx: Tx, scope: Scope, { recommendationId, earlier }: LineageDecideInput) {
  const history = await loadHistory(tx, scope, { recommendationId });
  const itemOf = (key: string) => history.items.find((item) => item.key === key);
  const later = itemOf(keyOf('PLAN', recommendationId));
  const before = itemOf(keyOf(earlier.source, earlier.id));
  if (!later || !before) throw notFound('recommendation');
  if (later.redactedAt || before.redactedAt) {
    throw new DomainError('RULE', 'The words of one of the two were destroyed, so they cannot be compared.');
  }
  const on = (key: string) => history.inspections.find((inspection) => inspection.key === key)?.on ?? null;
  if (!isEarlier(on(before.inspectionKey), on(later.inspectionKey))) {
    throw new DomainError(
      'RULE',
      'It was not raised before: its inspection did not end earlier. Correct the dates of the inspection first.',
    );
  }
  return { planId: later.planId, similarity: likenessIn(history)(later, before).similarity };
}

async function asItIs(tx: Tx, id: string): Promise<LineageDecided> {
  const row = await tx.lineageLink.findUnique({ where: { id }, select: { version: true } });
  // Taken back since: what was answered then stands.
  return { linkId: id, version: row?.version ?? 1 };
}

type Standing = { id: string; state: 'CONFIRMED' | 'DISMISSED'; note: string; version: number };

async function change(
  tx: Tx,
  scope: Scope,
  planId: string,
  standing: Standing,
  { state, note, version }: LineageDecideInput,
): Promise<LineageDecided> {
  const { id, version: current, ...before } = standing;
  if (version !== current) throw await staleWrite(tx, 'LINEAGE_LINK', id, current, before);
  const decided = { state, note, decidedById: scope.userId, decidedAt: scope.now };
  await tx.lineageLink.update({
    where: { id },
    data: { ...decided, version: { increment: 1 } },
    select: { id: true },
  });
  await recordAudit(tx, scope, {
    action: state === 'CONFIRMED' ? 'lineage.confirm' : 'lineage.dismiss',
    entityType: 'LINEAGE_LINK',
    entityId: id,
    planId,
    ...changedFields<Pick<Standing, 'state' | 'note'>>(before, { state, note }),
  });
  return { linkId: id, version: current + 1 };
}
