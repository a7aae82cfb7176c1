import { z } from 'zod';
import { RAGS } from '../words/index.ts';
import { actionRow } from './actions.ts';
import { id, idempotencyKey, instant, personRef, text, version } from './base.ts';

/** A dated account of one action. Which parts must say something is the domain's rule, not the form's. */
export const updateCreateInput = z.object({
  actionId: id,
  /** The action's version that the person was looking at. */
  version,
  whatHappened: text(100_000, 'What happened'),
  difference: text(100_000, 'What difference it makes for children'),
  inTheWay: text(100_000, 'What is in the way'),
  next: text(100_000, 'What is next'),
  /** One that may be declared; with `nothingChanged` the one that the action has. */
  rag: z.enum(RAGS, 'Choose off track, at risk or on track.'),
  ragReason: text(2000, 'Reason for the rating'),
  /** Why it differs from the rule. A form that asks sends it even when empty; without it nothing is asked. */
  mismatchReason: text(5000, 'Explanation').optional(),
  percentComplete: z
    .int('Enter a whole number from 0 to 100.')
    .min(0, 'Enter a whole number from 0 to 100.')
    .max(100, 'Enter a whole number from 0 to 100.'),
  /** Nothing changed, and `whatHappened` says why; rating and percent stay as they are. */
  nothingChanged: z.boolean().default(false),
  /** The earlier update of the same action that this one puts right. */
  correctsId: id.nullable().default(null),
  idempotencyKey,
});

const updateWords = z.object({
  id: z.string(),
  actionId: z.string(),
  /** Whoever wrote it; of one that came by a link, whoever made the link. */
  author: personRef,
  /** The owner for whom somebody else wrote. */
  onBehalfOf: personRef.nullable(),
  /** The post of somebody without an account who wrote it by a link; null otherwise. */
  byLink: z.string().nullable(),
  whatHappened: z.string(),
  difference: z.string(),
  inTheWay: z.string(),
  next: z.string(),
  rag: z.enum(RAGS),
  ragReason: z.string(),
  percentComplete: z.int(),
  nothingChanged: z.boolean(),
  /** How much of it repeats the update before, 0 to 100; null for a first one. */
  sameAsLast: z.int().nullable(),
  createdAt: instant,
  correctsId: z.string().nullable(),
  redactedAt: instant.nullable(),
});

/** An update that stands. One that puts another right stands in its place, on the day of the first. */
export const latestUpdate = updateWords.extend({
  /** When the first of those that it puts right was posted; its own day when it puts none right. */
  firstPostedAt: instant,
});

export const progressUpdate = latestUpdate.extend({
  /** The words that it took the place of, newest first. */
  replaced: z.array(updateWords),
});

export const updateCreateOutput = z.object({
  update: progressUpdate,
  action: z.object({ id: z.string(), version: z.int() }),
});

export const updateListInput = z.object({
  actionId: id,
  page: z
    .object({ offset: z.int().min(0).max(100_000).default(0), limit: z.int().min(1).max(100).default(50) })
    .default({ offset: 0, limit: 50 }),
});
export const updateListOutput = z.object({ updates: z.array(progressUpdate), total: z.int() });

/** Whose actions are to be updated at once: those the person is asked for, or the others of their teams. */
export const updateMineInput = z.object({ whose: z.enum(['OWN', 'TEAM']).default('OWN') });

export const updateMineOutput = z.object({
  /** Open ones, those that want an update first; `own` and `team` tell how many there are. */
  actions: z.array(
    actionRow.extend({
      planName: z.string(),
      /** Nothing was said of it since its plan's last review. */
      isWanted: z.boolean(),
      lastUpdate: latestUpdate.nullable(),
    }),
  ),
  own: z.int(),
  team: z.int(),
});

export type UpdateCreateInput = z.infer<typeof updateCreateInput>;
export type UpdateCreateOut = z.infer<typeof updateCreateOutput>;
export type UpdateWordsOut = z.infer<typeof updateWords>;
export type LatestUpdateOut = z.infer<typeof latestUpdate>;
export type UpdateMineInput = z.infer<typeof updateMineInput>;
export type UpdateMineOut = z.infer<typeof updateMineOutput>;
export type ProgressUpdateOut = z.infer<typeof progressUpdate>;
export type UpdateListInput = z.infer<typeof updateListInput>;
export type UpdateListOut = z.infer<typeof updateListOutput>;
