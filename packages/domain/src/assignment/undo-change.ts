import type { DeliveryStatus } from '@gt/contracts/words';

/** The parts of an action that can be taken back, each with the rule it goes through. */
export const UNDOABLE_FIELDS = {
  teamId: 'ASSIGN',
  ownerPostId: 'ASSIGN',
  ownerUserId: 'ASSIGN',
  leadPostId: 'ASSIGN',
  partnerTeamId: 'ASSIGN',
  supportingTeamIds: 'ASSIGN',
  alsoServesIds: 'ASSIGN',
  title: 'EDIT',
  detail: 'EDIT',
  successMeasure: 'EDIT',
  priority: 'EDIT',
  startDate: 'EDIT',
  dueDate: 'DUE_DATE',
  status: 'STATUS',
  declaredRag: 'RAG',
  ragReason: 'RAG',
  reviewMarkedAt: 'REVIEW_MARK',
} as const;

export type UndoField = keyof typeof UNDOABLE_FIELDS;
export type UndoGroup = (typeof UNDOABLE_FIELDS)[UndoField];

const FIELD_WORDS: Record<UndoField, string> = {
  teamId: 'The team',
  ownerPostId: 'The owner',
  ownerUserId: 'The owner',
  leadPostId: 'The accountable lead',
  partnerTeamId: 'The partner agency',
  supportingTeamIds: 'The supporting teams',
  alsoServesIds: 'What it also serves',
  title: 'The title',
  detail: 'The detail',
  successMeasure: 'The success measure',
  priority: 'The priority',
  startDate: 'The start date',
  dueDate: 'The due date',
  status: 'The status',
  declaredRag: 'The rating',
  ragReason: 'The reason for the rating',
  reviewMarkedAt: 'The mark for review',
};

export type UndoAsked = {
  /** Old and new values of the entry in the history; null when its words were destroyed. */
  before: Readonly<Record<string, unknown>> | null;
  after: Readonly<Record<string, unknown>> | null;
  /** The action as it is now, by the same names. */
  current: Readonly<Record<string, unknown>>;
};

export type UndoDecision =
  | {
      ok: true /** What goes back, by field. */;
      values: Partial<Record<UndoField, unknown>>;
      groups: UndoGroup[];
    }
  | { ok: false; sentence: string };

const NEVER: readonly DeliveryStatus[] = ['CLOSED', 'REOPENED'];

/**
 * Decides what goes back when a change is undone. It can be undone while the action still holds what the change
 * wrote; otherwise the sentence says what changed since. Closing and reopening are never undone: they are a
 * verifier's decisions on evidence. What is not the action's own (updates, evidence, comments) is not undone either.
 * Example: priority Medium → High, then High → Low by somebody else: "The priority has changed since …".
 */
export function undoChange({ before, after, current }: UndoAsked): UndoDecision {
  if (before === null || after === null) {
    return refuse('The words of this entry were destroyed, so what was there before is not known.');
  }
  const fields = (Object.keys(UNDOABLE_FIELDS) as UndoField[]).filter(
    (field) => field in after && differs(before[field], after[field]),
  );
  if (fields.length === 0) return refuse('There is nothing in this entry that can be undone.');
  if (fields.includes('status')) {
    const statuses = [before.status, after.status];
    if (NEVER.some((status) => statuses.includes(status))) {
      return refuse(
        'Closing and reopening are decided on evidence and are not undone. Change the status instead.',
      );
    }
  }
  const since = fields.find((field) => differs(after[field], current[field]));
  if (since)
    return refuse(`${FIELD_WORDS[since]} has changed since, so this cannot be undone. Change it by hand.`);
  const values = Object.fromEntries(fields.map((field) => [field, before[field] ?? null]));
  return { ok: true, values, groups: [...new Set(fields.map((field) => UNDOABLE_FIELDS[field]))] };
}

function differs(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) !== JSON.stringify(b ?? null);
}

function refuse(sentence: string): UndoDecision {
  return { ok: false, sentence };
}
