import { z } from 'zod';
import {
  DUE_DATE_APPROVALS,
  EVIDENCE_KINDS,
  EVIDENCE_STATES,
  SENSITIVITIES,
  TEAM_KINDS,
} from '../words/index.ts';
import { actionRow } from './actions.ts';
import { id, instant, isoDate, isoDateOut, personRef, postRef, teamRef } from './base.ts';
import { inspectionRef } from './recommendations.ts';

/** One change of a due date, as it stands in the ledger. */
export const dateRevision = z.object({
  id: z.string(),
  fromDate: isoDateOut.nullable(),
  toDate: isoDateOut.nullable(),
  reason: z.string(),
  /** Who asked for it, or set it by right. */
  changedBy: z.string(),
  changedAt: instant,
  /** On whose word it moved, who gave or recorded that word, with what note, and the day of the board. */
  agreedBy: z.enum(DUE_DATE_APPROVALS),
  agreedByName: z.string().nullable(),
  agreedNote: z.string(),
  agreedOn: isoDateOut.nullable(),
  /** Taken back at once, or the taking back: neither counts as a move. */
  isSlip: z.boolean(),
  redactedAt: instant.nullable(),
});

/** A piece of evidence as listed under an action. */
export const actionEvidence = z.object({
  id: z.string(),
  /** "E12" */
  reference: z.string(),
  title: z.string(),
  kind: z.enum(EVIDENCE_KINDS),
  shows: z.string(),
  showsImpact: z.boolean(),
  periodFrom: isoDateOut.nullable(),
  periodTo: isoDateOut.nullable(),
  sensitivity: z.enum(SENSITIVITIES),
  state: z.enum(EVIDENCE_STATES),
  uploadedBy: z.string(),
  createdAt: instant,
  redactedAt: instant.nullable(),
  version: z.int(),
});

/** Everything the action's panel shows apart from its updates and its history. */
export const actionDetail = actionRow.extend({
  planName: z.string(),
  recommendationQuote: z.string(),
  detail: z.string(),
  successMeasure: z.string(),
  statusReason: z.string().nullable(),
  statusChangedAt: instant,
  closedAt: instant.nullable(),
  dateRevisions: z.array(dateRevision),
  updateCount: z.int(),
  evidenceItems: z.array(actionEvidence),
  createdBy: z.string(),
  createdAt: instant,
  changedBy: z.string(),
  changedAt: instant,
  /** In the recycle bin since, and why; null for a live action. */
  deletedAt: instant.nullable(),
  deletedReason: z.string().nullable(),
});

/** One entry of an action's history: who, when, and old → new in words. */
export const historyEntry = z.object({
  id: z.string(),
  at: instant,
  who: z.string(),
  /** Verb of the use-case, such as "action.assign". */
  action: z.string(),
  /** "changed the due date" */
  words: z.string(),
  changes: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
  /** When the words of this entry were destroyed by two people. */
  redactedAt: instant.nullable(),
});

/** One entry of an action's own history. Entries of one save stand together and bear the same `saveId`. */
export const actionHistoryEntry = historyEntry.extend({
  saveId: z.string(),
  /** Whether this person may take it back as things are now; the server decides again. */
  undoable: z.boolean(),
});

export const actionHistoryInput = z.object({
  actionId: id,
  filter: z
    .object({
      /** A field as it is named in the history: "Due date". */
      field: z.string().max(60).optional(),
      actorId: id.optional(),
      /** Days in London, both included. */
      from: isoDate.optional(),
      to: isoDate.optional(),
    })
    .default({}),
  /** The entry before which the next, earlier page begins. */
  before: z
    .string()
    .regex(/^\d{1,19}$/, 'This link is not complete.')
    .nullable()
    .default(null),
  limit: z.int().min(1).max(200).default(100),
});
export const actionHistoryOutput = z.object({
  entries: z.array(actionHistoryEntry),
  /** Entries that the filter lets through, on all pages. */
  total: z.int(),
  next: z.string().nullable(),
  /** What can be filtered by: fields that ever changed, and everybody who changed something. */
  fields: z.array(z.string()),
  people: z.array(personRef),
});

/** What the filters and pickers of a plan offer, no more than the person may see. */
export const actionFiltersOutput = z.object({
  teams: z.array(teamRef.extend({ kind: z.enum(TEAM_KINDS) })),
  posts: z.array(postRef.extend({ teamId: z.string() })),
  people: z.array(personRef.extend({ teamIds: z.array(z.string()) })),
  recommendations: z.array(z.object({ id: z.string(), number: z.int(), quote: z.string() })),
  inspections: z.array(inspectionRef),
});

export type ActionDetail = z.infer<typeof actionDetail>;
export type ActionHistoryInput = z.infer<typeof actionHistoryInput>;
export type ActionHistoryOut = z.infer<typeof actionHistoryOutput>;
export type HistoryEntry = z.infer<typeof historyEntry>;
export type ActionHistoryEntry = z.infer<typeof actionHistoryEntry>;
export type ActionFiltersOut = z.infer<typeof actionFiltersOutput>;
