import { z } from 'zod';
import { ACCEPTANCES, DELIVERY_STATUSES, PRIORITIES, RAGS, TEAM_KINDS } from '../words/index.ts';
import { id, idempotencyKey, instant, isoDate, isoDateOut, teamRef, text, version } from './base.ts';

/** The most actions that one bulk change touches. */
export const BULK_MAX = 500;

const reason = text(5000, 'Reason').default('');
const atVersion = z.object({ actionId: id, version });
const items = (most: number, what: string) =>
  z
    .array(atVersion)
    .min(1, 'Choose at least one action.')
    .max(most, `${what} takes up to ${most} actions. Choose fewer and do it in turns.`);

/** What a bulk assignment sets; a field that is left out stays as it is in each action, null takes it away. */
export const bulkAssignment = z.object({
  teamId: id.nullable().optional(),
  ownerPostId: id.nullable().optional(),
  ownerUserId: id.nullable().optional(),
  leadPostId: id.nullable().optional(),
  partnerTeamId: id.nullable().optional(),
  supportingTeamIds: z.array(id).max(20).optional(),
});

/** One change for many actions. A due date is given, or moved by so many days (back when negative). */
export const bulkChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ASSIGN'), set: bulkAssignment, reason }),
  z
    .object({
      kind: z.literal('DUE_DATE'),
      dueDate: isoDate.optional(),
      shiftDays: z.int().min(-3650).max(3650).optional(),
      /** The day of the board that agreed, where the plan asks for its word. */
      agreedOn: isoDate.nullable().optional(),
      reason,
    })
    .refine(
      (change) => (change.dueDate === undefined) !== (change.shiftDays === undefined),
      'Enter the new date, or by how many days to move it.',
    ),
  z.object({ kind: z.literal('STATUS'), status: z.enum(DELIVERY_STATUSES), reason }),
  z.object({ kind: z.literal('PRIORITY'), priority: z.enum(PRIORITIES) }),
  z.object({ kind: z.literal('REVIEW_MARK'), marked: z.boolean() }),
]);

export const bulkChangeInput = z.object({
  change: bulkChange,
  items: items(BULK_MAX, 'A bulk change'),
  idempotencyKey,
});

/** What became of one action. `ok` and not `changed`: it was so already. `version` is the one to go on from. */
export const bulkResult = z.object({
  actionId: z.string(),
  /** "R3.A2"; '' for an action that is not there, or that the person may not see. */
  reference: z.string(),
  ok: z.boolean(),
  changed: z.boolean(),
  sentence: z.string(),
  version: version.optional(),
});
export const bulkOutput = z.object({ results: z.array(bulkResult), undoable: z.boolean() });

/** The newest change of each action is taken back; with `eventId`, that entry of its history. */
export const undoInput = z.object({
  entries: z
    .array(
      atVersion.extend({
        eventId: z
          .string()
          .regex(/^\d{1,19}$/, 'This link is not complete.')
          .optional(),
      }),
    )
    .min(1, 'Choose at least one action.')
    .max(BULK_MAX, `Undoing takes up to ${BULK_MAX} actions at once.`),
});

export const acceptInput = z.object({
  entries: items(BULK_MAX, 'Accepting'),
  note: text(2000, 'Note').default(''),
});
export const askBackInput = z.object({
  entries: items(BULK_MAX, 'Asking back'),
  note: text(2000, 'What you ask'),
});
export const offerAgainInput = z.object({ actionId: id, version, answer: text(2000, 'Answer') });

/** Open work of a team or a post: what an assigner looks at before giving more. */
export const load = z.object({ open: z.int(), overdue: z.int(), dueSoon: z.int() });

export const assigneesInput = z.object({ planId: id });
export const assigneesOutput = z.object({
  teams: z.array(
    teamRef.extend({
      kind: z.enum(TEAM_KINDS),
      /** Those who answer for the team: its managers, or the partner agency's own people. */
      answeredBy: z.array(z.string()),
      load,
    }),
  ),
  posts: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      teamId: z.string(),
      holder: z.string().nullable(),
      load,
    }),
  ),
  people: z.array(z.object({ id: z.string(), name: z.string(), teamIds: z.array(z.string()), load })),
  recommendations: z.array(
    z.object({
      id: z.string(),
      planId: z.string(),
      planName: z.string(),
      number: z.int(),
      quote: z.string(),
    }),
  ),
});

/** An action that was given to a team and waits for somebody's word. */
export const waitingAction = z.object({
  id: z.string(),
  planId: z.string(),
  planName: z.string(),
  reference: z.string(),
  title: z.string(),
  version,
  team: teamRef.nullable(),
  dueDate: isoDateOut.nullable(),
  declaredRag: z.enum(RAGS),
  acceptance: z.enum(ACCEPTANCES),
  /** What was asked back, or answered to it. */
  acceptanceNote: z.string(),
  /** Who offered it, or asked back, and when. */
  acceptanceBy: z.string(),
  acceptanceAt: instant.nullable(),
});

export const waitingOutput = z.object({
  /** Offered to a team that this person answers for. */
  forUs: z.array(waitingAction),
  /** Asked back of what this person offered; for a programme lead, of anything. */
  askedBack: z.array(waitingAction),
  /** Plans in which work waits for somebody, for those who may assign it; a manager's are those of the own teams. */
  plans: z.array(
    z.object({
      planId: z.string(),
      planName: z.string(),
      /** Open, without a team or an owner, or not taken on. */
      notTakenOn: z.int(),
      /** Open, and whoever should own it has left. */
      orphans: z.int(),
    }),
  ),
});

export const workloadInput = z.object({ planId: id });

/** One team or post: open work by the week it is due in. */
export const workloadRow = z.object({
  id: z.string(),
  name: z.string(),
  teamId: z.string().nullable(),
  holder: z.string().nullable(),
  open: z.int(),
  overdue: z.int(),
  noDate: z.int(),
  later: z.int(),
  weeks: z.array(z.int()),
});
export const workloadOutput = z.object({
  /** Mondays, oldest first. */
  weeks: z.array(isoDateOut),
  teams: z.array(workloadRow),
  posts: z.array(workloadRow),
});

export type BulkAssignment = z.infer<typeof bulkAssignment>;
export type BulkChange = z.infer<typeof bulkChange>;
export type BulkChangeInput = z.infer<typeof bulkChangeInput>;
export type BulkResult = z.infer<typeof bulkResult>;
export type BulkOut = z.infer<typeof bulkOutput>;
export type UndoInput = z.infer<typeof undoInput>;
export type AcceptInput = z.infer<typeof acceptInput>;
export type AskBackInput = z.infer<typeof askBackInput>;
export type OfferAgainInput = z.infer<typeof offerAgainInput>;
export type AssigneesOut = z.infer<typeof assigneesOutput>;
export type WaitingOut = z.infer<typeof waitingOutput>;
export type WorkloadOut = z.infer<typeof workloadOutput>;
