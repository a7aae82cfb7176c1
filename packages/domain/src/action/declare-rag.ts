import {
  DECLARABLE_RAGS,
  type DeclarableRag,
  type DeliveryStatus,
  type FieldProblem,
  RAG_LABELS,
  type Rag,
} from '@gt/contracts/words';
import { checkText } from '../wording/index.ts';

/** Longest reason for a RAG, in characters. */
export const RAG_REASON_MAX = 1_000;

export type RagDeclaration = {
  rag: Rag;
  ragReason?: string | null;
  /** What is declared now. */
  previous: Rag;
  status: DeliveryStatus;
};
export type RagDecision =
  | { ok: true; declaredRag: DeclarableRag; ragReason: string; changed: boolean }
  | { ok: false; problems: FieldProblem[] };

/**
 * Decides what an owner may declare: Red, Amber or Green, on an action that is neither closed nor cancelled.
 * A reason is needed for Red and Amber, and for any change from one colour to another; a first Green needs none.
 * Blue follows from Closed and is never declared.
 * Source: RAG is declared by the owner with a reason; members do not trust a bare RAG (Cheshire East 2022).
 * Example: Amber to Green without a reason gives "Say why the rating changes from At risk to On track".
 */
export function declareRag(declaration: RagDeclaration): RagDecision {
  const { rag, previous, status } = declaration;
  if (status === 'CLOSED' || status === 'CANCELLED') {
    const word = status === 'CLOSED' ? 'closed' : 'cancelled';
    return refuse('rag', `The action is ${word}, so it has no rating to declare. Reopen it first.`);
  }
  if (rag === 'BLUE') {
    const message =
      'Blue (complete and embedded) follows when the action is closed. Choose Red, Amber or Green.';
    return refuse('rag', message);
  }
  const declared = DECLARABLE_RAGS.find((declarable) => declarable === rag);
  if (!declared) return refuse('rag', 'Choose a rating: Red, Amber or Green');
  const enter = reasonToEnter(declared, previous);
  const rule = { label: 'The reason for the rating', max: RAG_REASON_MAX, ...(enter ? { enter } : {}) };
  const problems = checkText('ragReason', declaration.ragReason, rule);
  if (problems.length > 0) return { ok: false, problems };
  const ragReason = declaration.ragReason?.trim() ?? '';
  return { ok: true, declaredRag: declared, ragReason, changed: declared !== previous };
}

/** Whether the form must ask for a reason. */
export function ragNeedsReason(rag: Rag, previous: Rag): boolean {
  return rag === 'RED' || rag === 'AMBER' || isColourChange(rag, previous);
}

function isColourChange(rag: Rag, previous: Rag): boolean {
  return previous !== 'NONE' && previous !== 'BLUE' && previous !== rag;
}

function reasonToEnter(rag: DeclarableRag, previous: Rag): string | null {
  if (!ragNeedsReason(rag, previous)) return null;
  if (isColourChange(rag, previous)) {
    return `Say why the rating changes from ${RAG_LABELS[previous]} to ${RAG_LABELS[rag]}`;
  }
  return rag === 'RED' ? 'Say why the action is off track' : 'Say why the action is at risk';
}

function refuse(field: string, message: string): RagDecision {
  return { ok: false, problems: [{ field, message }] };
}
