import { z } from 'zod';
import { TEAM_KINDS } from '../words/index.ts';
import { id, idempotencyKey, isoDate, isoDateOut, requiredText, text, version } from './base.ts';

const teamName = requiredText(100, 'The name of the team');
const postTitle = requiredText(120, 'The title of the post');

export const teamCreateInput = z.object({ name: teamName, kind: z.enum(TEAM_KINDS), idempotencyKey });
export const teamEditInput = z.object({ teamId: id, version, name: teamName, archived: z.boolean() });

export const postCreateInput = z.object({ title: postTitle, teamId: id, idempotencyKey });
export const postEditInput = z.object({
  postId: id,
  version,
  title: postTitle,
  teamId: id,
  archived: z.boolean(),
});

/** Hands a post to somebody from a day on; null leaves it vacant. History keeps the earlier holder. */
export const postHolderInput = z.object({
  postId: id,
  version,
  userId: id.nullable(),
  fromDate: isoDate,
  note: text(500, 'The note'),
});

export const postHoldingOut = z.object({
  userId: z.string(),
  name: z.string(),
  fromDate: isoDateOut,
  toDate: isoDateOut.nullable(),
  note: z.string().nullable(),
});

export const postOut = z.object({
  id: z.string(),
  title: z.string(),
  version,
  archived: z.boolean(),
  /** Who holds it today; `deactivated` when the account is closed, so that the post waits for somebody. */
  holder: z
    .object({ userId: z.string(), name: z.string(), fromDate: isoDateOut, deactivated: z.boolean() })
    .nullable(),
  /** Every holder, newest first. */
  holdings: z.array(postHoldingOut),
  openActions: z.int(),
});

export const teamOut = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(TEAM_KINDS),
  version,
  archived: z.boolean(),
  members: z.array(z.object({ id: z.string(), name: z.string() })),
  posts: z.array(postOut),
  openActions: z.int(),
});

export const teamsListOutput = z.array(teamOut);
export const teamIdOut = z.object({ teamId: z.string() });
export const postIdOut = z.object({ postId: z.string() });
