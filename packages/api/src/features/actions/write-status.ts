import type { ActionRef } from '@gt/contracts/schemas';
import type { DeliveryStatus } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { changeStatus as decideStatus, type StatusDecision } from '@gt/domain/action';
import { holds } from '@gt/domain/authz';
import { recordAudit } from '../../core/audit.ts';
import { fromIsoDate } from '../../core/dates.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { type ActionForWrite, writeAction } from './write-action.ts';

/** Decides and writes a change of status with its audit row; the caller has checked the right to try. */
export async function writeStatus(
  tx: Tx,
  scope: Scope,
  row: ActionForWrite,
  change: { to: DeliveryStatus; reason: string; auditAs: string },
): Promise<ActionRef> {
  const decision = decideStatus({
    from: row.status,
    to: change.to,
    reason: change.reason,
    actor: { userId: scope.userId, mayVerify: holds(scope.roles, 'evidence.check') },
    ...(await closingFacts(tx, scope, row, change.to)),
  });
  if (!decision.ok) throw refusal(decision);
  const { status, statusReason, declaredRag } = decision;
  const written = await writeAction(tx, scope, row, {
    status,
    statusReason,
    statusChangedAt: scope.now,
    ...(declaredRag === null ? {} : { declaredRag, ragReason: '', ragDeclaredAt: scope.now }),
    ...(decision.closed === null ? {} : { closedAt: decision.closed ? scope.now : null }),
  });
  await recordAudit(tx, scope, {
    action: change.auditAs,
    entityType: 'ACTION',
    entityId: row.id,
    planId: row.planId,
    before: { status: row.status },
    after: { status, ...(statusReason ? { reason: statusReason } : {}) },
  });
  return written;
}

function refusal(decision: Extract<StatusDecision, { ok: false }>): DomainError {
  const reasonNeeded = decision.reasons.find((reason) => reason.code === 'REASON_NEEDED');
  if (reasonNeeded) return invalid([{ field: 'reason', message: reasonNeeded.sentence }]);
  return new DomainError('RULE', decision.reasons.map((reason) => reason.sentence).join(' '));
}

/** Owners, authors and evidence: asked only when the action is to be closed. */
async function closingFacts(tx: Tx, scope: Scope, row: ActionForWrite, to: DeliveryStatus) {
  if (to !== 'CLOSED') return { actionOwnerIds: [], updateAuthorIds: [], evidence: [] };
  const today = fromIsoDate(scope.today);
  const holdings =
    row.ownerPostId === null
      ? []
      : await tx.postHolding.findMany({
          where: {
            postId: row.ownerPostId,
            fromDate: { lte: today },
            OR: [{ toDate: null }, { toDate: { gte: today } }],
          },
          select: { userId: true },
        });
  const authors = await tx.progressUpdate.findMany({
    where: { actionId: row.id },
    distinct: ['authorId'],
    select: { authorId: true },
  });
  const links = await tx.evidenceLink.findMany({
    where: { actionId: row.id },
    select: {
      evidence: {
        select: {
          state: true,
          uploadedById: true,
          deletedAt: true,
          redactedAt: true,
          versions: { select: { uploadedById: true } },
        },
      },
    },
  });
  return {
    actionOwnerIds: [
      ...(row.ownerUserId === null ? [] : [row.ownerUserId]),
      ...holdings.map((holding) => holding.userId),
    ],
    updateAuthorIds: authors.map((author) => author.authorId),
    evidence: links.map(({ evidence }) => ({
      state: evidence.state,
      uploadedById: evidence.uploadedById,
      versionsUploadedBy: evidence.versions.map((version) => version.uploadedById),
      isGone: evidence.deletedAt !== null || evidence.redactedAt !== null,
    })),
  };
}
