import type { DeliveryStatus } from '@gt/contracts/words';
import { DELIVERY_STATUS_LABELS } from '@gt/contracts/words';
import { changeStatus as decideStatus, type StatusChange, type StatusDecision } from '@gt/domain/action';
import { holds } from '@gt/domain/authz';
import { DomainError, invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import type { PlannedWrite } from './planned-write.ts';
import type { ActionForWrite } from './write-action.ts';

/** What closing asks beside the action itself. */
export type ClosingFacts = Pick<StatusChange, 'actionOwnerIds' | 'updateAuthorIds' | 'evidence'>;

/** For every change of status but closing. */
export const NOT_CLOSING: ClosingFacts = { actionOwnerIds: [], updateAuthorIds: [], evidence: [] };

type Wanted = { to: DeliveryStatus; reason: string; auditAs: string; facts: ClosingFacts };

/** Decides a change of status; the caller has checked the right to try. Throws INVALID for a reason, else RULE. */
export function planStatus(
  scope: Scope,
  row: ActionForWrite,
  { to, reason, auditAs, facts }: Wanted,
): PlannedWrite {
  const decision = decideStatus({
    from: row.status,
    to,
    reason,
    actor: { userId: scope.userId, mayVerify: holds(scope.roles, 'evidence.check') },
    ...facts,
  });
  if (!decision.ok) throw refusal(decision);
  const { status, statusReason, declaredRag } = decision;
  const isRated = declaredRag !== null && declaredRag !== row.declaredRag;
  return {
    row,
    columns: {
      status,
      statusReason,
      statusChangedAt: scope.now,
      ...(declaredRag === null ? {} : { declaredRag, ragReason: '', ragDeclaredAt: scope.now }),
      ...(decision.closed === null ? {} : { closedAt: decision.closed ? scope.now : null }),
    },
    audit: {
      action: auditAs,
      // The reason and the days are there for undoing: the history tells status and rating.
      before: {
        status: row.status,
        statusReason: row.statusReason,
        statusChangedAt: row.statusChangedAt,
        ...(isRated
          ? { declaredRag: row.declaredRag, ragReason: row.ragReason, ragDeclaredAt: row.ragDeclaredAt }
          : {}),
      },
      after: {
        status,
        ...(isRated ? { declaredRag, ragReason: '' } : {}),
        ...(statusReason ? { reason: statusReason } : {}),
      },
    },
    tellings: [],
    sentence: `Now “${DELIVERY_STATUS_LABELS[status]}”.`,
  };
}

function refusal(decision: Extract<StatusDecision, { ok: false }>): DomainError {
  const reasonNeeded = decision.reasons.find((reason) => reason.code === 'REASON_NEEDED');
  if (reasonNeeded) return invalid([{ field: 'reason', message: reasonNeeded.sentence }]);
  return new DomainError('RULE', decision.reasons.map((reason) => reason.sentence).join(' '));
}
