import { z } from 'zod';
import {
  ACCEPTANCES,
  DECLARABLE_RAGS,
  DELIVERY_STATUSES,
  MEASURE_MOVEMENTS,
  PRIORITIES,
  RAGS,
} from '../words/index.ts';
import { actionFilter } from './action-filter.ts';
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
  'leadPost',
  'partner',
  'supportingTeams',
  'acceptance',
  'startDate',
  'dueDate',
  'originalDueDate',
  'timesMoved',
  'rag',
  'calculatedRag',
  'status',
  'priority',
  'percentComplete',
  'milestones',
  'waitsFor',
  'measures',
  'evidence',
  'lastUpdateAt',
  'reviewMarkedAt',
  'commentCount',
] as const;
export type ActionSort = (typeof ACTION_SORTS)[number];

/** What rows can be gathered under. */
export const ACTION_GROUPS = [
  'team',
  'owner',
  'status',
  'rag',
  'recommendation',
  'priority',
  'dueMonth',
  'acceptance',
] as const;
export type ActionGroup = (typeof ACTION_GROUPS)[number];

/** The most rows that one page brings. */
export const MOST_ROWS = 200;

export const actionListInput = z.object({
  planId: id,
  filter: actionFilter.default({}),
  sort: z
    .object({ by: z.enum(ACTION_SORTS), descending: z.boolean().default(false) })
    .default({ by: 'reference', descending: false }),
  /** Rows come gathered under these, group by group, and in the order of `sort` within each. */
  groupBy: z.enum(ACTION_GROUPS).optional(),
  page: z
    .object({
      /** `nextCursor` of the page before; absent for the first. */
      cursor: z.string().max(8000).optional(),
      limit: z.int().min(1).max(MOST_ROWS).default(100),
    })
    .default({ limit: 100 }),
});

/** Items of evidence linked to an action, by state. Withdrawn, superseded and destroyed ones do not count. */
export const evidenceCounts = z.object({
  total: z.int(),
  accepted: z.int(),
  /** Accepted once and not valid any more: not among `total`. */
  expired: z.int(),
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
  supportingTeams: z.array(teamRef),
  /** `holder` is whoever holds the post today. */
  ownerPost: postRef.nullable(),
  ownerUser: personRef.nullable(),
  /** The post that is accountable, beside the one that does it. */
  leadPost: postRef.nullable(),
  acceptance: z.enum(ACCEPTANCES),
  /** What the team asked back. */
  acceptanceNote: z.string(),
  /** Further recommendations that it answers, by number; `ofPlan` names another plan. */
  alsoServes: z.array(
    z.object({
      recommendationId: z.string(),
      planId: z.string(),
      number: z.int(),
      ofPlan: z.string().nullable(),
    }),
  ),
  startDate: isoDateOut.nullable(),
  dueDate: isoDateOut.nullable(),
  originalDueDate: isoDateOut.nullable(),
  /** The date that somebody asks for; null when no request waits for an answer. */
  pendingDueDate: isoDateOut.nullable(),
  timesMoved: z.int(),
  /** Days past the current and the original due date; 0 when not past, or no longer open. */
  daysOverdue: z.int(),
  daysPastOriginal: z.int(),
  declaredRag: z.enum(RAGS),
  ragReason: z.string(),
  calculatedRag: z.enum(RAGS),
  calculatedReasons: z.array(z.string()),
  mismatch: z.boolean(),
  /** Why the present pair of colours differs; '' when nobody has said. */
  mismatchReason: z.string(),
  /** Which week at the declared colour this is, from 1; 0 when no colour was ever declared. */
  weeksAtColour: z.int(),
  status: z.enum(DELIVERY_STATUSES),
  priority: z.enum(PRIORITIES),
  percentComplete: z.int(),
  evidence: evidenceCounts,
  lastUpdateAt: instant.nullable(),
  /** No update for longer than the plan allows. */
  silent: z.boolean(),
  /** `late`: not done and past its date. */
  milestones: z.object({ total: z.int(), done: z.int(), late: z.int() }),
  /** Open actions that must come first; `isLate` when past their due date. */
  waitsFor: z.array(z.object({ actionId: z.string(), reference: z.string(), isLate: z.boolean() })),
  measures: z.array(z.object({ id: z.string(), name: z.string(), movement: z.enum(MEASURE_MOVEMENTS) })),
  /** Since when somebody wants it looked at in the next review. */
  reviewMarkedAt: instant.nullable(),
  commentCount: z.int(),
  /** Whether the person who asks follows it. */
  following: z.boolean(),
  redactedAt: instant.nullable(),
  version: z.int(),
});

export const actionIdInput = z.object({ actionId: id });
export const actionByReferenceInput = z.object({ planId: id, reference: z.string().max(40) });
export const actionFiltersInput = z.object({ planId: id });

/** A group of the list with its count; `key` is '' for what stands in none ("No team"). */
export const actionGroupOut = z.object({ key: z.string(), label: z.string(), count: z.int() });

/**
 * `total` counts what the filter lets through; `all` what the person may see of the plan. `nextCursor` is null on
 * the last page. With `groupBy`, `groupKeys` says of each row which group it stands in, and the first page brings
 * all groups in their order. `stale`: sentences about what the filter names and is no longer there, as after a stale
 * link.
 */
export const actionListOutput = z.object({
  rows: z.array(actionRow),
  total: z.int(),
  all: z.int(),
  nextCursor: z.string().nullable(),
  groups: z.array(actionGroupOut),
  groupKeys: z.array(z.string()),
  stale: z.array(z.string()),
});

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
const leadPostId = id.nullable();
const alsoServesIds = z.array(id).max(20);

export const actionCreateInput = z.object({
  recommendationId: id,
  title,
  detail: detail.default(''),
  teamId: assignment.teamId.default(null),
  ownerPostId: assignment.ownerPostId.default(null),
  ownerUserId: assignment.ownerUserId.default(null),
  partnerTeamId: assignment.partnerTeamId.default(null),
  supportingTeamIds: assignment.supportingTeamIds.default([]),
  leadPostId: leadPostId.default(null),
  startDate: isoDate.nullable().default(null),
  dueDate: isoDate.nullable().default(null),
  successMeasure: successMeasure.default(''),
  priority: z.enum(PRIORITIES).default('MEDIUM'),
  /** Made with it, as when it begins from a template. */
  milestones: z
    .array(z.object({ title: text(1000, 'Title'), dueDate: isoDate }))
    .max(50)
    .optional(),
  /** The review in which it is made, for its minutes. */
  reviewId: id.optional(),
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
  /** Left out: as they are. */
  leadPostId: leadPostId.optional(),
  alsoServesIds: alsoServesIds.optional(),
  reason: text(5000, 'Reason').default(''),
});

export const actionChangeDueDateInput = z.object({
  actionId: id,
  version,
  dueDate: isoDate.nullable(),
  reason,
  /** The day of the board that agreed: asked for a move where the plan leaves dates to the board. */
  agreedOn: isoDate.nullable().default(null),
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
  /** Why it differs from the rule. A form that asks sends it even when empty; without it nothing is asked. */
  mismatchReason: text(5000, 'Explanation').optional(),
});

export const actionRemoveInput = z.object({ actionId: id, version, reason });
export const actionRestoreInput = z.object({ actionId: id, version });

export type ActionListInput = z.infer<typeof actionListInput>;
export type ActionGroupOut = z.infer<typeof actionGroupOut>;
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
