import { z } from 'zod';
import { DELIVERY_STATUSES, DUE_DATE_APPROVALS, DUE_DATE_REQUEST_STATES, RAGS } from '../words/index.ts';
import { actionCreateInput } from './actions.ts';
import {
  id,
  idempotencyKey,
  instant,
  isoDate,
  isoDateOut,
  personRef,
  teamRef,
  text,
  version,
} from './base.ts';

// Lengths and sentences are the domain's (domain/planning); these only bound the body.
const title = text(1000, 'Title');
const reason = text(5000, 'Reason');
const note = text(5000, 'Note');

/** What must be reached on the way, and by when. */
export const milestoneOut = z.object({
  id: z.string(),
  title: z.string(),
  dueDate: isoDateOut,
  /** The day it was reached; null while it is open. */
  doneOn: isoDateOut.nullable(),
  /** Days past its date; 0 when reached or not yet due. */
  daysLate: z.int(),
  /** "3 days after the action is due on 12 March 2026"; '' when there is nothing to warn of. */
  warning: z.string(),
  redactedAt: instant.nullable(),
  version: z.int(),
});

export const milestoneAddInput = z.object({
  actionId: id,
  title,
  dueDate: isoDate.nullable(),
  idempotencyKey,
});
export const milestoneEditInput = z.object({
  milestoneId: id,
  version,
  title,
  dueDate: isoDate.nullable(),
});
/** `doneOn` null opens it again. */
export const milestoneTickInput = z.object({ milestoneId: id, version, doneOn: isoDate.nullable() });
export const milestoneAtInput = z.object({ milestoneId: id, version });
/** What a write to a milestone answers. */
export const milestoneRef = z.object({ id: z.string(), actionId: z.string(), version: z.int() });

/** The other end of a dependency. `title` and dates are null where the person may not see the action. */
export const dependencyEnd = z.object({
  actionId: z.string(),
  reference: z.string(),
  title: z.string().nullable(),
  status: z.enum(DELIVERY_STATUSES),
  dueDate: isoDateOut.nullable(),
  /** Open and past its due date. */
  isLate: z.boolean(),
  /** "R3.A2 is due on 1 March 2026, before R1.A2 on 12 March 2026"; '' when the order holds. */
  warning: z.string(),
  isRemoved: z.boolean(),
  /** Whether the person may take the dependency away. */
  mayRemove: z.boolean(),
});
export const dependencyInput = z.object({ predecessorId: id, successorId: id });
/** `warning` says what does not fit, without refusing it. */
export const dependencyOut = z.object({
  predecessorId: z.string(),
  successorId: z.string(),
  warning: z.string(),
});

/** A date that somebody asked for, and what became of it. */
export const dueDateRequest = z.object({
  id: z.string(),
  actionId: z.string(),
  /** The due date when it was asked. */
  fromDate: isoDateOut.nullable(),
  toDate: isoDateOut,
  reason: z.string(),
  state: z.enum(DUE_DATE_REQUEST_STATES),
  requestedBy: personRef,
  requestedAt: instant,
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  decisionNote: z.string(),
  agreedBy: z.enum(DUE_DATE_APPROVALS),
  /** The day of the board that agreed. */
  agreedOn: isoDateOut.nullable(),
  redactedAt: instant.nullable(),
  version: z.int(),
});

/** `dueDate` is the date wanted; the shape is that of `actions.changeDueDate`, so that one dialog serves both. */
export const dueDateRequestInput = z.object({
  actionId: id,
  version,
  dueDate: isoDate.nullable(),
  reason,
  idempotencyKey,
});
/** `agreedOn`: the day of the board, asked where the plan leaves dates to the board. */
export const dueDateDecideInput = z.object({
  requestId: id,
  version,
  isAgreed: z.boolean(),
  note: note.default(''),
  agreedOn: isoDate.nullable().default(null),
});
export const dueDateDecideManyInput = z.object({
  requests: z
    .array(z.object({ requestId: id, version }))
    .min(1, 'Choose at least one request.')
    .max(200),
  isAgreed: z.boolean(),
  note: note.default(''),
  agreedOn: isoDate.nullable().default(null),
});
export const dueDateWithdrawInput = z.object({ requestId: id, version });
/** What a write to a request answers: the request, and the action's version after it. */
export const dueDateRequestRef = z.object({
  id: z.string(),
  actionId: z.string(),
  reference: z.string(),
  state: z.enum(DUE_DATE_REQUEST_STATES),
  version: z.int(),
  actionVersion: z.int(),
});
/** One row each, in the order asked: done, or refused and why. */
export const dueDateDecideManyOutput = z.object({
  results: z.array(
    z.object({ requestId: z.string(), reference: z.string(), ok: z.boolean(), message: z.string() }),
  ),
});

export const dueDateRequestListInput = z.object({
  planId: id,
  /** OPEN: those that wait; ANSWERED: the newest answered ones. */
  show: z.enum(['OPEN', 'ANSWERED']).default('OPEN'),
});
/** A request in the plan's list, with the action as it stands now. */
export const dueDateRequestRow = dueDateRequest.extend({
  reference: z.string(),
  title: z.string(),
  team: teamRef.nullable(),
  owner: z.string().nullable(),
  status: z.enum(DELIVERY_STATUSES),
  /** The action's due date now, its first one, and how often it has moved. */
  dueDate: isoDateOut.nullable(),
  originalDueDate: isoDateOut.nullable(),
  timesMoved: z.int(),
  /** Actions that wait for this one and are due before the date asked for. */
  overtakes: z.array(z.string()),
});
export const dueDateRequestListOutput = z.object({
  approval: z.enum(DUE_DATE_APPROVALS),
  /** Whether the person may answer them. */
  mayDecide: z.boolean(),
  requests: z.array(dueDateRequestRow),
  total: z.int(),
});

/** One part of the rule, as a person reads it, and whether it fired. */
export const colourPart = z.object({
  rag: z.enum(['RED', 'AMBER']),
  /** "A milestone is more than 14 days late" */
  rule: z.string(),
  /** What fired, in words; empty when this part did not. */
  fired: z.array(z.string()),
});

/** How a colour comes about: what was declared by whom, what the rule says and why, and what was said of the difference. */
export const colourOut = z.object({
  declaredRag: z.enum(RAGS),
  ragReason: z.string(),
  ragDeclaredAt: instant.nullable(),
  weeksAtColour: z.int(),
  /** Who said it last, and when; null when nobody has. */
  saidBy: z.string().nullable(),
  saidAt: instant.nullable(),
  calculatedRag: z.enum(RAGS),
  /** "Nothing late, moved often or silent" */
  sentence: z.string(),
  parts: z.array(colourPart),
  mismatch: z.string().nullable(),
  /** Said of the present pair of colours; '' when nobody has. */
  mismatchReason: z.string(),
  mismatchExplainedAt: instant.nullable(),
  /** An explanation given of an earlier pair: it explains nothing today. */
  outdatedReason: z.string(),
});

/** What stands round one action: milestones, what it waits for and what waits for it, the dates asked for. */
export const actionPlanningOut = z.object({
  milestones: z.array(milestoneOut),
  waitsFor: z.array(dependencyEnd),
  neededBy: z.array(dependencyEnd),
  dueDateApproval: z.enum(DUE_DATE_APPROVALS),
  requests: z.array(dueDateRequest),
  colour: colourOut,
});

/** `mismatchReason` is valid for the pair of colours as it is now. */
export const mismatchExplainInput = z.object({
  actionId: id,
  version,
  mismatchReason: text(5000, 'Explanation'),
});

export const actionDuplicateInput = z.object({
  actionId: id,
  recommendationId: id,
  title,
  dueDate: isoDate.nullable(),
  copy: z.object({ milestones: z.boolean(), assignment: z.boolean(), successMeasure: z.boolean() }),
  idempotencyKey,
});
export const actionMoveInput = z.object({ actionId: id, version, recommendationId: id, reason });

/** The new action stands where the first does and is as urgent. `waits`: it begins when the first is finished. */
export const actionSplitInput = actionCreateInput
  .omit({ recommendationId: true, detail: true, successMeasure: true, startDate: true, priority: true })
  .extend({
    actionId: id,
    version,
    /** Open milestones of the first that go over. */
    milestones: z.array(z.object({ milestoneId: id, version })).max(50),
    waits: z.boolean(),
  });

/** What was removed from a plan and can be brought back. */
export const binItem = z.object({
  kind: z.enum(['ACTION', 'MEASURE']),
  id: z.string(),
  reference: z.string(),
  title: z.string(),
  under: z.string(),
  removedAt: instant,
  removedBy: z.string(),
  reason: z.string(),
  redactedAt: instant.nullable(),
  version: z.int(),
});
export const binOut = z.object({ items: z.array(binItem) });

export type MilestoneAddInput = z.infer<typeof milestoneAddInput>;
export type MilestoneEditInput = z.infer<typeof milestoneEditInput>;
export type MilestoneTickInput = z.infer<typeof milestoneTickInput>;
export type MilestoneAtInput = z.infer<typeof milestoneAtInput>;
export type MilestoneRef = z.infer<typeof milestoneRef>;
export type MilestoneOut = z.infer<typeof milestoneOut>;
export type DependencyEnd = z.infer<typeof dependencyEnd>;
export type DependencyInput = z.infer<typeof dependencyInput>;
export type DependencyOut = z.infer<typeof dependencyOut>;
export type DueDateRequestOut = z.infer<typeof dueDateRequest>;
export type DueDateRequestInput = z.infer<typeof dueDateRequestInput>;
export type DueDateDecideInput = z.infer<typeof dueDateDecideInput>;
export type DueDateDecideManyInput = z.infer<typeof dueDateDecideManyInput>;
export type DueDateDecideManyOut = z.infer<typeof dueDateDecideManyOutput>;
export type DueDateWithdrawInput = z.infer<typeof dueDateWithdrawInput>;
export type DueDateRequestRef = z.infer<typeof dueDateRequestRef>;
export type DueDateRequestListInput = z.infer<typeof dueDateRequestListInput>;
export type DueDateRequestListOut = z.infer<typeof dueDateRequestListOutput>;
export type ColourOut = z.infer<typeof colourOut>;
export type ActionPlanningOut = z.infer<typeof actionPlanningOut>;
export type MismatchExplainInput = z.infer<typeof mismatchExplainInput>;
export type ActionDuplicateInput = z.infer<typeof actionDuplicateInput>;
export type ActionSplitInput = z.infer<typeof actionSplitInput>;
export type ActionMoveInput = z.infer<typeof actionMoveInput>;
export type BinOut = z.infer<typeof binOut>;
