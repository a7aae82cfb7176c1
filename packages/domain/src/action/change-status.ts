import {
  DELIVERY_STATUS_LABELS,
  type DeliveryStatus,
  type EvidenceState,
  type Rag,
} from '@gt/contracts/words';
import { checkReason } from '../wording/index.ts';

/** Where an action may go from each status. Anything not here is refused with a sentence. */
export const STATUS_MOVES: Readonly<Record<DeliveryStatus, readonly DeliveryStatus[]>> = {
  NOT_STARTED: ['IN_PROGRESS', 'AWAITING_EVIDENCE_CHECK', 'CANCELLED'],
  IN_PROGRESS: ['NOT_STARTED', 'AWAITING_EVIDENCE_CHECK', 'CANCELLED'],
  AWAITING_EVIDENCE_CHECK: ['IN_PROGRESS', 'CLOSED', 'CANCELLED'],
  CLOSED: ['REOPENED'],
  REOPENED: ['IN_PROGRESS', 'AWAITING_EVIDENCE_CHECK', 'CANCELLED'],
  CANCELLED: ['REOPENED'],
};

/** Evidence linked to the action, as far as closing needs to know it. */
export type ClosingEvidence = {
  state: EvidenceState;
  uploadedById: string;
  /** Everyone who uploaded a version of it, when others did. */
  versionsUploadedBy?: readonly string[];
  /** Destroyed or deleted evidence proves nothing. */
  isGone?: boolean;
  /** Expired, or another took its place: it proved something once. */
  isPast?: boolean;
};

export type StatusChange = {
  from: DeliveryStatus;
  to: DeliveryStatus;
  /** Why; needed to cancel, to reopen, and to send completed work back. */
  reason?: string | null;
  /** `mayVerify` is the person's permission to check evidence; the rest is decided here, by record. */
  actor: { userId: string; mayVerify: boolean };
  /** Everyone who owns the action: the named person and the holders of the owning post. */
  actionOwnerIds: readonly string[];
  /** Everyone who wrote a progress update on it. */
  updateAuthorIds?: readonly string[];
  evidence: readonly ClosingEvidence[];
};

export type StatusRefusalCode =
  | 'SAME_STATUS'
  | 'NO_SUCH_MOVE'
  | 'REASON_NEEDED'
  | 'NOT_A_VERIFIER'
  | 'OWNER_MAY_NOT_CLOSE'
  | 'AUTHOR_MAY_NOT_CLOSE'
  | 'NO_ACCEPTED_EVIDENCE'
  | 'ONLY_OWN_EVIDENCE';
export type StatusRefusal = { code: StatusRefusalCode; sentence: string };

export type StatusDecision =
  | {
      ok: true;
      status: DeliveryStatus;
      statusReason: string | null;
      /** RAG to store with it: BLUE follows from Closed; leaving Closed or cancelling clears it; null keeps it. */
      declaredRag: Rag | null;
      /** Whether `closedAt` is set now (true), cleared (false) or kept (null). */
      closed: boolean | null;
    }
  | { ok: false; reasons: StatusRefusal[] };

/**
 * Decides a change of delivery status.
 *
 * | to | needs |
 * |---|---|
 * | Closed | from "Complete, awaiting evidence check"; at least one accepted item that the closer did not upload; a closer who may check evidence, and neither owns the action nor wrote its updates |
 * | Cancelled, Reopened | a reason of at least 10 characters |
 * | In progress from "Complete, awaiting evidence check" | the same: the owner must learn what is missing |
 * | anything else in `STATUS_MOVES` | nothing |
 *
 * Source: completion is not closure; an action closes on one verified item and a verifier who is not an owner.
 * Example: Closed by the owner with one accepted item is refused with OWNER_MAY_NOT_CLOSE.
 */
export function changeStatus(change: StatusChange): StatusDecision {
  const { from, to } = change;
  const label = DELIVERY_STATUS_LABELS;
  if (from === to) {
    return refuse([{ code: 'SAME_STATUS', sentence: `The action is already “${label[to]}”.` }]);
  }
  if (!STATUS_MOVES[from].includes(to))
    return refuse([{ code: 'NO_SUCH_MOVE', sentence: noSuchMove(from, to) }]);
  const reasons = [...reasonProblems(change), ...(to === 'CLOSED' ? closingProblems(change) : [])];
  if (reasons.length > 0) return refuse(reasons);
  return {
    ok: true,
    status: to,
    statusReason: change.reason?.trim() || null,
    declaredRag: ragAfter(from, to),
    closed: to === 'CLOSED' ? true : from === 'CLOSED' ? false : null,
  };
}

/** Whether this move asks for a reason; the form shows the field when it does. */
export function statusNeedsReason(from: DeliveryStatus, to: DeliveryStatus): boolean {
  if (to === 'CANCELLED' || to === 'REOPENED') return true;
  return from === 'AWAITING_EVIDENCE_CHECK' && to === 'IN_PROGRESS';
}

function refuse(reasons: StatusRefusal[]): StatusDecision {
  return { ok: false, reasons };
}

function ragAfter(from: DeliveryStatus, to: DeliveryStatus): Rag | null {
  if (to === 'CLOSED') return 'BLUE';
  return from === 'CLOSED' || to === 'CANCELLED' || to === 'NOT_STARTED' ? 'NONE' : null;
}

function noSuchMove(from: DeliveryStatus, to: DeliveryStatus): string {
  if (to === 'CLOSED') {
    return 'Only an action that is complete and awaiting its evidence check can be closed. Mark it complete first.';
  }
  if (from === 'CLOSED') return 'The action is closed. Reopen it, with a reason, before changing its status.';
  if (from === 'CANCELLED')
    return 'The action is cancelled. Reopen it, with a reason, before changing its status.';
  if (to === 'REOPENED') return 'Only a closed or cancelled action can be reopened. This one is still open.';
  const words = DELIVERY_STATUS_LABELS;
  return `An action cannot go from “${words[from]}” to “${words[to]}”.`;
}

function reasonProblems({ from, to, reason }: StatusChange): StatusRefusal[] {
  if (!statusNeedsReason(from, to)) return [];
  const enter =
    to === 'CANCELLED'
      ? 'Enter why the action is cancelled.'
      : to === 'REOPENED'
        ? 'Enter why the action is reopened.'
        : 'Enter what is still missing, so that the owner knows what to do.';
  return checkReason('reason', reason, enter).map(({ message }) => ({
    code: 'REASON_NEEDED',
    sentence: message,
  }));
}

function closingProblems(change: StatusChange): StatusRefusal[] {
  const { userId, mayVerify } = change.actor;
  const found: StatusRefusal[] = [];
  if (!mayVerify) {
    const sentence = 'Only somebody who checks evidence can close an action. Ask a verifier.';
    found.push({ code: 'NOT_A_VERIFIER', sentence });
  }
  if (change.actionOwnerIds.includes(userId)) {
    const sentence = 'You own this action, so you cannot close it. Ask a verifier who does not own it.';
    found.push({ code: 'OWNER_MAY_NOT_CLOSE', sentence });
  } else if (change.updateAuthorIds?.includes(userId)) {
    const sentence =
      'You wrote a progress update on this action, so you cannot close it. Ask a verifier who took no part in it.';
    found.push({ code: 'AUTHOR_MAY_NOT_CLOSE', sentence });
  }
  return [...found, ...evidenceProblems(change)];
}

function evidenceProblems({ actor, evidence }: StatusChange): StatusRefusal[] {
  const accepted = evidence.filter((item) => item.state === 'ACCEPTED' && !item.isGone && !item.isPast);
  if (accepted.length === 0) return [{ code: 'NO_ACCEPTED_EVIDENCE', sentence: noAccepted(evidence) }];
  const byOthers = accepted.filter(
    (item) => item.uploadedById !== actor.userId && !item.versionsUploadedBy?.includes(actor.userId),
  );
  if (byOthers.length > 0) return [];
  const sentence =
    'You uploaded the only accepted evidence, so you cannot close the action. Ask another verifier.';
  return [{ code: 'ONLY_OWN_EVIDENCE', sentence }];
}

function noAccepted(evidence: readonly ClosingEvidence[]): string {
  const needed = 'An action closes on at least one accepted item of evidence.';
  const waiting = evidence.filter((item) => item.state === 'SUBMITTED' && !item.isGone).length;
  if (waiting === 1) return `${needed} One item is waiting to be checked.`;
  if (waiting > 1) return `${needed} ${waiting} items are waiting to be checked.`;
  if (evidence.some((item) => item.state === 'ACCEPTED' && !item.isGone && item.isPast)) {
    return `${needed} What was accepted has expired or was superseded.`;
  }
  const returned = evidence.some((item) => item.state === 'RETURNED' && !item.isGone);
  return returned ? `${needed} What was uploaded has been returned.` : `${needed} None has been uploaded.`;
}
