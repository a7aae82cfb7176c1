import { z } from 'zod';
import { id, idempotencyKey, isoDate, isoDateOut, personRef, teamRef, text, version } from './base.ts';

export const leaverInput = z.object({ userId: id });

/** Everything somebody holds. What posts own goes with the post; what is in the person's own name is handed on. */
export const leaverOutput = z.object({
  person: personRef.extend({ deactivated: z.boolean() }),
  posts: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      team: teamRef,
      version,
      /** What goes with the post. */
      openActions: z.int(),
      accountableFor: z.int(),
      recommendationsLed: z.int(),
      measures: z.int(),
      /** The last day that is agreed already. */
      until: isoDateOut.nullable(),
    }),
  ),
  /** Open actions in the person's own name, by reference and plan. */
  ownedActions: z.array(z.object({ id: z.string(), reference: z.string(), planName: z.string() })),
  /** Dates they asked for that wait for an answer; whoever owns the action then is told. */
  pendingRequests: z.int(),
  sharedViews: z.array(z.object({ id: z.string(), name: z.string(), planName: z.string() })),
  follows: z.int(),
  /** Teams that nobody else answers for. */
  onlyAnswersFor: z.array(teamRef),
  /** The hand-over that was made and can still be taken back, until this day. */
  handedOver: z.object({ eventId: z.string(), lastDay: isoDateOut }).nullable(),
});

const successor = id.nullable();

export const handOverLeaverInput = z.object({
  userId: id,
  lastDay: isoDate,
  posts: z
    .array(z.object({ postId: id, version, successorId: successor, note: text(500, 'The note') }))
    .max(50, 'At most 50 posts can be handed over at once.'),
  /** Who takes over the actions in the person's own name; null leaves them to their post. */
  ownedActionsTo: successor,
  sharedViewsTo: successor,
  followsTo: successor,
  idempotencyKey,
});
export const handOverLeaverOutput = z.object({
  eventId: z.string(),
  posts: z.int(),
  actions: z.int(),
  views: z.int(),
  follows: z.int(),
});
export const undoHandOverInput = z.object({
  userId: id,
  eventId: z.string().regex(/^\d{1,19}$/, 'This link is not complete.'),
});
export const undoHandOverOutput = z.object({ kept: z.array(z.string()) });

/** Posts that came to somebody lately, or will, with what the one before wrote. */
export const handedToMeOutput = z.array(
  z.object({
    postId: z.string(),
    title: z.string(),
    from: z.string().nullable(),
    fromDate: isoDateOut,
    note: z.string(),
    openActions: z.int(),
  }),
);

export type LeaverOut = z.infer<typeof leaverOutput>;
export type HandOverLeaverInput = z.infer<typeof handOverLeaverInput>;
export type HandOverLeaverOut = z.infer<typeof handOverLeaverOutput>;
export type UndoHandOverInput = z.infer<typeof undoHandOverInput>;
export type UndoHandOverOut = z.infer<typeof undoHandOverOutput>;
export type HandedToMeOut = z.infer<typeof handedToMeOutput>;
