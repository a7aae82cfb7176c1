import { z } from 'zod';
import { NOTIFICATION_KINDS } from '../words/index.ts';
import { id, instant } from './base.ts';

/** What the inbox can be narrowed to. */
export const INBOX_FILTERS = ['ALL', 'UNREAD', 'MENTIONS'] as const;

/** The place after which the next page begins: instant and id of its last line. */
const cursor = z.object({ createdAt: z.iso.datetime(), id });

export const inboxListInput = z.object({
  filter: z.enum(INBOX_FILTERS).default('ALL'),
  after: cursor.nullable().default(null),
  limit: z.int().min(1).max(100).default(30),
});

/** One line of the inbox. An action that may no longer be seen, or is in the bin, is not in the list at all. */
export const notificationRow = z.object({
  id: z.string(),
  kind: z.enum(NOTIFICATION_KINDS),
  planId: z.string(),
  planName: z.string(),
  actionId: z.string().nullable(),
  /** The item that a question is about, or an answer. */
  evidenceId: z.string().nullable(),
  /** "R3.A2" or "E12" and title; null for what is not of one record. */
  reference: z.string().nullable(),
  title: z.string().nullable(),
  /** What was asked for; null for what is of no such request. */
  askId: z.string().nullable(),
  /** The recommendation whose check is due. */
  recommendationId: z.string().nullable(),
  actorName: z.string(),
  createdAt: instant,
  readAt: instant.nullable(),
});

export const inboxListOutput = z.object({
  rows: z.array(notificationRow),
  /** Null on the last page. */
  next: z.object({ createdAt: instant, id: z.string() }).nullable(),
});

/** Counted up to 100: the bell says "more than 99". */
export const inboxCountOutput = z.object({ unread: z.int() });

export const inboxMarkReadInput = z.object({ notificationIds: z.array(id).min(1).max(100) });
export const inboxMarkOutput = z.object({ unread: z.int() });

export type InboxListInput = z.infer<typeof inboxListInput>;
export type InboxListOut = z.infer<typeof inboxListOutput>;
export type NotificationRow = z.infer<typeof notificationRow>;

/** The person's calendar feed; null when there is none. The secret itself is never told again. */
export const calendarFeedOutput = z.object({
  feed: z.object({ createdAt: instant, lastReadAt: instant.nullable() }).nullable(),
});
/** The secret address, shown this once. */
export const calendarFeedMadeOutput = z.object({ address: z.string() });
