import { z } from 'zod';
import {
  ACCEPTANCES,
  DELIVERY_STATUSES,
  ITEM_CATEGORIES,
  MOVED_BY,
  PRIORITIES,
  RAGS,
} from '../words/index.ts';
import { id, isoDate } from './base.ts';

const ids = z.array(id).min(1).max(100);
const yes = z.boolean().optional();
const span = z.object({ from: isoDate.optional(), to: isoDate.optional() });
const percent = z.int().min(0).max(100);

/** Words to look for. Control characters and half characters go: the database takes none. */
export const searchText = z
  .string()
  .max(200, 'Search for fewer words. The limit is 200 characters.')
  .transform((value) => value.replace(/\p{Cc}/gu, ' ').toWellFormed());

/** Open actions past their due date, due today or in the next 14 days, without a date, or due in a span. */
export const dueFilter = z.union([z.enum(['OVERDUE', 'DUE_14', 'NO_DATE']), span]);

/**
 * NONE: not cancelled, and nothing linked. WAITING, RETURNED, ACCEPTED: something linked is in that state, and what is
 * accepted still holds. EXPIRED: something linked was accepted and does not hold any more.
 * NO_IMPACT: not cancelled, and nothing accepted shows a difference for children.
 */
export const EVIDENCE_FILTERS = ['NONE', 'WAITING', 'RETURNED', 'ACCEPTED', 'EXPIRED', 'NO_IMPACT'] as const;
export const MILESTONE_FILTERS = ['NONE', 'OPEN', 'LATE'] as const;

/** Fields that can be asked to be "not empty". */
export const FILLED_FIELDS = [
  'TEAM',
  'OWNER',
  'LEAD',
  'PARTNER',
  'EVIDENCE',
  'MILESTONES',
  'MEASURE',
  'SUCCESS_MEASURE',
  'DETAIL',
  'UPDATE',
] as const;
export type FilledField = (typeof FILLED_FIELDS)[number];

/**
 * What the actions of a plan can be narrowed to. All fields given must hold; the values of one field are
 * alternatives, and a field's "is empty" (`noTeam` beside `teamIds`) is one more alternative of it.
 */
export const actionFilter = z.object({
  teamIds: ids.optional(),
  noTeam: yes,
  ownerPostIds: ids.optional(),
  ownerUserIds: ids.optional(),
  /** Neither post nor person. */
  noOwner: yes,
  leadPostIds: ids.optional(),
  noLead: yes,
  partnerTeamIds: ids.optional(),
  noPartner: yes,
  supportingTeamIds: ids.optional(),
  /** Standing under one of them, or answering it as well. */
  recommendationIds: ids.optional(),
  recommendationId: id.optional(),
  /** Under a recommendation that came from one of these inspections. */
  inspectionIds: ids.optional(),
  /** Under a recommendation that its report calls so. */
  categories: z.array(z.enum(ITEM_CATEGORIES)).min(1).optional(),
  /** Actions of other plans that answer recommendations of this one, in place of the plan's own. */
  fromOtherPlans: yes,
  /** The plan's own actions that answer recommendations of other plans as well. */
  answersElsewhere: yes,
  judgementAreas: z.array(z.string().min(1).max(100)).min(1).max(20).optional(),
  statuses: z.array(z.enum(DELIVERY_STATUSES)).min(1).optional(),
  rags: z.array(z.enum(RAGS)).min(1).optional(),
  calculatedRags: z.array(z.enum(RAGS)).min(1).optional(),
  priorities: z.array(z.enum(PRIORITIES)).min(1).optional(),
  acceptances: z.array(z.enum(ACCEPTANCES)).min(1).optional(),
  due: dueFilter.optional(),
  originalDue: span.optional(),
  /** Open and past the original due date, however often it moved since. */
  pastOriginal: yes,
  startDate: span.optional(),
  noStartDate: yes,
  noSuccessMeasure: yes,
  noDetail: yes,
  evidence: z.enum(EVIDENCE_FILTERS).optional(),
  /** As `evidence: 'NONE'`. */
  noEvidence: yes,
  percent: z.object({ from: percent.optional(), to: percent.optional() }).optional(),
  /** Last update on this day in London or later; before this day, or never; never. */
  updatedSince: isoDate.optional(),
  notUpdatedSince: isoDate.optional(),
  neverUpdated: yes,
  silent: yes,
  /** Words are owed, and it is not silent. */
  updatesInTime: yes,
  /** Declared RAG says otherwise than the rule (true is ANY); UNEXPLAINED: and nobody has said why. */
  mismatch: z.union([z.boolean(), z.enum(['ANY', 'UNEXPLAINED'])]).optional(),
  /** The due date moved so often, or more. */
  movedAtLeast: z.int().min(1).max(100).optional(),
  /** It moved, and the newest move stands on this word. */
  movedBy: z.enum(MOVED_BY).optional(),
  /** Open, and the owner post has no holder today, or the person named has left. */
  orphan: yes,
  /** Somebody waits for an answer about its due date. */
  pendingDueDate: yes,
  milestones: z.enum(MILESTONE_FILTERS).optional(),
  /** Open, with a milestone that is not done and falls due in the span. */
  milestoneDue: span.optional(),
  /** Waits for an open action that is past its due date. */
  waitsForLate: yes,
  noMeasure: yes,
  /** None of these is empty. */
  filled: z.array(z.enum(FILLED_FIELDS)).min(1).max(FILLED_FIELDS.length).optional(),
  /** Waits for this person's words, as "My week" does. */
  mine: yes,
  /** A team of this person's does it, supports it or is its partner. */
  myTeams: yes,
  following: yes,
  reviewMarked: yes,
  /** Changed or updated after an instant, or after the plan's latest weekly review. */
  changedSince: z.union([z.literal('LAST_REVIEW'), z.iso.datetime()]).optional(),
  /** Complete and waiting for its check, or with evidence that nobody has checked. */
  waitingForCheck: yes,
  /** Open, and without a team or an owner, or not yet taken on by its team. */
  unassignedOrUnaccepted: yes,
  /** Words looked for in reference, title, detail, success measure, updates and evidence. */
  q: searchText.optional(),
});

export type ActionFilter = z.infer<typeof actionFilter>;
