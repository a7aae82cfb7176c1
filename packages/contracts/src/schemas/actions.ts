import { z } from 'zod';
import { DECLARABLE_RAGS, DELIVERY_STATUSES, PRIORITIES, RAGS } from '../words/index.ts';
import {
  id,
  idempotencyKey,
  instant,
  isoDate,
  isoDateOut,
  personRef,
  postRef,
  teamRef,
  text,
  version,
} from './base.ts';
import { knotOut } from './recommendations.ts';

/** What the plan's table can be sorted by; each is one column. */
export const ACTION_SORTS = [
  'reference',
  'title',
  'team',
  'owner',
  'dueDate',
  'rag',
  'status',
  'percentComplete',
  'lastUpdateAt',
  'priority',
] as const;
export type ActionSort = (typeof ACTION_SORTS)[number];

const ids = z.array(id).min(1).max(100);

/** Open actions past their due date, due today or in the next 14 days, without a date, or due in a span. */
export const dueFilter = z.union([
  z.enum(['OVERDUE', 'DUE_14', 'NO_DATE']),
  z.object({ from: isoDate.optional(), to: isoDate.optional() }),
]);

export const actionFilter = z.object({
  teamIds: ids.optional(),
  ownerPostIds: ids.optional(),
  ownerUserIds: ids.optional(),
  statuses: z.array(z.enum(DELIVERY_STATUSES)).min(1).optional(),
  rags: z.array(z.enum(RAGS)).min(1).optional(),
  calculatedRags: z.array(z.enum(RAGS)).min(1).optional(),
  priorities: z.array(z.enum(PRIORITIES)).min(1).optional(),
  due: dueFilter.optional(),
  recommendationId: id.optional(),
  /** Words looked for in reference, title and detail. */
  q: z.string().max(200, 'Search for fewer words. The limit is 200 characters.').optional(),
  noEvidence: z.boolean().optional(),
  silent: z.boolean().optional(),
  /** Declared RAG says otherwise than the rule. */
  mismatch: z.boolean().optional(),
});

export const actionListInput = z.object({
  planId: id,
  filter: actionFilter.default({}),
  sort: z
    .object({ by: z.enum(ACTION_SORTS), descending: z.boolean().default(false) })
    .default({ by: 'reference', descending: false }),
  page: z
    .object({ offset: z.int().min(0).max(1_000_000).default(0), limit: z.int().min(1).max(200).default(100) })
    .default({ offset: 0, limit: 100 }),
});

/** Items of evidence linked to an action, by state. Withdrawn and destroyed ones do not count. */
export const evidenceCounts = z.object({
  total: z.int(),
  accepted: z.int(),
  submitted: z.int(),
  returned: z.int(),
  /** Accepted items that show a difference for children. */
  impact: z.int(),
});

/** One row of the plan's table. */
export const actionRow = z.object({
  id: z.string(),
  planId: z.string(),
  recommendationId: z.string(),
  recommendationNumber: z.int(),
  number: z.int(),
  /** "R3.A2" */
  reference: z.string(),
  title: z.string(),
  knots: z.array(knotOut),
  team: teamRef.nullable(),
  partnerTeam: teamRef.nullable(),
  /** `holder` is whoever holds the post today. */
  ownerPost: postRef.nullable(),
  ownerUser: personRef.nullable(),
  dueDate: isoDateOut.nullable(),
  originalDueDate: isoDateOut.nullable(),
  timesMoved: z.int(),
  /** Days past the current and the original due date; 0 when not past, or no longer open. */
  daysOverdue: z.int(),
  daysPastOriginal: z.int(),
  declaredRag: z.enum(RAGS),
  ragReason: z.string(),
  calculatedRag: z.enum(RAGS),
  calculatedReasons: z.array(z.string()),
  mismatch: z.boolean(),
  /** Which week at the declared colour this is, from 1; 0 when no colour was ever declared. */
  weeksAtColour: z.int(),
  status: z.enum(DELIVERY_STATUSES),
  priority: z.enum(PRIORITIES),
  percentComplete: z.int(),
  evidence: evidenceCounts,
  lastUpdateAt: instant.nullable(),
  /** No update for longer than the plan allows. */
  silent: z.boolean(),
  redactedAt: instant.nullable(),
  version: z.int(),
});

export const actionIdInput = z.object({ actionId: id });
export const actionByReferenceInput = z.object({ planId: id, reference: z.string().max(40) });
export const actionFiltersInput = z.object({ planId: id });

/** `total` counts what the filter lets through; `all` what the person may see of the plan. */
export const actionListOutput = z.object({ rows: z.array(actionRow), total: z.int(), all: z.int() });

/** The groups of "My week", most pressing first; an action stands in the first that fits. */
export const MINE_GROUPS = ['OVERDUE', 'DUE_14', 'SILENT', 'RETURNED', 'REST'] as const;

export const mineOutput = z.object({
  groups: z.array(
    z.object({
      group: z.enum(MINE_GROUPS),
      actions: z.array(actionRow.extend({ planName: z.string(), detail: z.string() })),
    }),
  ),
  total: z.int(),
});

// Lengths and sentences are the domain's (validateAction); these only bound the body.
const title = text(1000, 'Title');
const detail = text(100_000, 'Detail');
const successMeasure = text(5000, 'Success measure');
const reason = text(5000, 'Reason');
const assignment = {
  teamId: id.nullable(),
  ownerPostId: id.nullable(),
  ownerUserId: id.nullable(),
  partnerTeamId: id.nullable(),
  supportingTeamIds: z.array(id).max(20),
};

export const actionCreateInput = z.object({
  recommendationId: id,
  title,
  detail: detail.default(''),
  teamId: assignment.teamId.default(null),
  ownerPostId: assignment.ownerPostId.default(null),
  ownerUserId: assignment.ownerUserId.default(null),
  partnerTeamId: assignment.partnerTeamId.default(null),
  supportingTeamIds: assignment.supportingTeamIds.default([]),
  startDate: isoDate.nullable().default(null),
  dueDate: isoDate.nullable().default(null),
  successMeasure: successMeasure.default(''),
  priority: z.enum(PRIORITIES).default('MEDIUM'),
  idempotencyKey,
});

/** What a write to an action answers: enough to go on writing and to point at it. */
export const actionRef = z.object({ id: z.string(), reference: z.string(), version: z.int() });

export const actionEditInput = z.object({
  actionId: id,
  version,
  title,
  detail,
  successMeasure,
  priority: z.enum(PRIORITIES),
  startDate: isoDate.nullable(),
});

export const actionAssignInput = z.object({
  actionId: id,
  version,
  ...assignment,
  reason: text(5000, 'Reason').default(''),
});

export const actionChangeDueDateInput = z.object({
  actionId: id,
  version,
  dueDate: isoDate.nullable(),
  reason,
});

export const actionChangeStatusInput = z.object({
  actionId: id,
  version,
  status: z.enum(DELIVERY_STATUSES),
  reason: text(5000, 'Reason').default(''),
});

export const actionCloseInput = z.object({ actionId: id, version, reason: text(5000, 'Note').default('') });

export const actionDeclareRagInput = z.object({
  actionId: id,
  version,
  declaredRag: z.enum(DECLARABLE_RAGS),
  ragReason: text(5000, 'Reason'),
});

export const actionRemoveInput = z.object({ actionId: id, version, reason });
export const actionRestoreInput = z.object({ actionId: id, version });

export type ActionFilter = z.infer<typeof actionFilter>;
export type ActionListInput = z.infer<typeof actionListInput>;
export type ActionListOut = z.infer<typeof actionListOutput>;
export type ActionRow = z.infer<typeof actionRow>;
export type MineOut = z.infer<typeof mineOutput>;
export type ActionRef = z.infer<typeof actionRef>;
export type ActionCreateInput = z.infer<typeof actionCreateInput>;
export type ActionEditInput = z.infer<typeof actionEditInput>;
export type ActionAssignInput = z.infer<typeof actionAssignInput>;
export type ActionChangeDueDateInput = z.infer<typeof actionChangeDueDateInput>;
export type ActionChangeStatusInput = z.infer<typeof actionChangeStatusInput>;
export type ActionCloseInput = z.infer<typeof actionCloseInput>;
export type ActionDeclareRagInput = z.infer<typeof actionDeclareRagInput>;
export type ActionRemoveInput = z.infer<typeof actionRemoveInput>;
export type ActionRestoreInput = z.infer<typeof actionRestoreInput>;
