import { z } from 'zod';
import { id, idempotencyKey, instant, personRef, requiredText } from './base.ts';

/** Longest comment in characters; counted on screen. */
const COMMENT_MAX = 20_000;
/** More names than this in one comment is a notice board. */
const MENTIONS_MAX = 20;

export const commentAddInput = z.object({
  actionId: id,
  body: requiredText(COMMENT_MAX, 'Comment'),
  /** People named with @ in the body; each must be able to see the action. */
  mentionIds: z
    .array(id)
    .max(MENTIONS_MAX, `Name at most ${MENTIONS_MAX} people in one comment.`)
    .default([]),
  idempotencyKey,
});

export const comment = z.object({
  id: z.string(),
  actionId: z.string(),
  author: personRef,
  body: z.string(),
  mentions: z.array(personRef),
  createdAt: instant,
  /** Set on the person's own removed comments, which nobody else is shown and which can be put back. */
  deletedAt: instant.nullable(),
  redactedAt: instant.nullable(),
});

export const commentListInput = z.object({
  actionId: id,
  /** The place after which the next, earlier page begins. */
  after: z.object({ createdAt: z.iso.datetime(), id }).nullable().default(null),
  limit: z.int().min(1).max(100).default(50),
});
export const commentListOutput = z.object({
  comments: z.array(comment),
  /** Comments that everybody sees, on all pages. */
  total: z.int(),
  next: z.object({ createdAt: instant, id: z.string() }).nullable(),
});

export const commentIdInput = z.object({ commentId: id });
export const commentRef = z.object({ id: z.string(), actionId: z.string() });

export const mentionableInput = z.object({
  actionId: id,
  q: z.string().max(200, 'Search for fewer letters.').default(''),
});
/** Somebody who may see the action, with a post or team that tells two of one name apart. */
export const mentionable = z.object({ id: z.string(), name: z.string(), hint: z.string() });
export const mentionableOutput = z.object({ people: z.array(mentionable) });

export const actionFollowInput = z.object({ actionId: id, following: z.boolean() });
export const actionFollowOutput = z.object({ actionId: z.string(), following: z.boolean() });

export type CommentAddInput = z.infer<typeof commentAddInput>;
export type CommentOut = z.infer<typeof comment>;
export type CommentListInput = z.infer<typeof commentListInput>;
export type CommentListOut = z.infer<typeof commentListOutput>;
export type CommentRef = z.infer<typeof commentRef>;
export type Mentionable = z.infer<typeof mentionable>;
export type ActionFollowInput = z.infer<typeof actionFollowInput>;
