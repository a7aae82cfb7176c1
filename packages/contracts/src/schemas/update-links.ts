import { z } from 'zod';
import { DECLARABLE_RAGS, RAGS, UPDATE_LINK_DAYS, UPDATE_LINK_STATES } from '../words/index.ts';
import { id, idempotencyKey, instant, isoDateOut, requiredText, teamRef, text, version } from './base.ts';
import { personEmail } from './people.ts';

const post = requiredText(120, 'The post');
const tooLong = `A link works for at most ${UPDATE_LINK_DAYS.most} days.`;
const days = z.int('Enter a whole number of days.').min(1, 'A link works for at least 1 day.');
const linkDays = days.max(UPDATE_LINK_DAYS.most, tooLong);
const contact = { teamId: id, email: personEmail, name: post };

export const updateLinkListInput = z.object({ planId: id });
export const updateLinkCreateInput = z.object({ planId: id, ...contact, days: linkDays, idempotencyKey });
export const updateLinkAgainInput = z.object({ linkId: id, days: linkDays, idempotencyKey });
export const updateLinkIdInput = z.object({ linkId: id });
export const updateLinkManyInput = z.object({
  planId: id,
  days: linkDays,
  rows: z.array(z.object(contact)).min(1, 'Choose at least one agency.').max(50),
  idempotencyKey: idempotencyKey.max(40),
});

/** The link is shown once: only a digest of it is kept. Null when it went out by mail. */
export const madeUpdateLink = z.object({
  linkId: z.string(),
  link: z.string().nullable(),
  sentTo: z.string().nullable(),
  expiresAt: instant,
});
export const updateLinkManyOutput = z.object({
  results: z.array(
    z.object({
      teamId: z.string(),
      team: z.string(),
      made: madeUpdateLink.nullable(),
      /** Why there is none; null when it was made. */
      problem: z.string().nullable(),
    }),
  ),
});
export const updateLinkIdOutput = z.object({ linkId: z.string() });

const updateLinkOut = z.object({
  id: z.string(),
  team: teamRef,
  /** Whom it is for; both empty once they were removed, some time after it ended. */
  name: z.string(),
  email: z.string(),
  madeBy: z.string(),
  isOwn: z.boolean(),
  createdAt: instant,
  expiresAt: instant,
  /** When it was revoked or replaced by a newer one. */
  endedAt: instant.nullable(),
  state: z.enum(UPDATE_LINK_STATES),
  mail: z.enum(['BY_HAND', 'WAITING', 'SENT', 'FAILED']),
  firstOpenedAt: instant.nullable(),
  /** References of the actions that it shows now; none once it has ended. */
  shows: z.array(z.string()),
  uses: z.array(
    z.object({ at: instant, actionId: z.string(), reference: z.string(), writtenBy: z.string() }),
  ),
});

export const updateLinkListOutput = z.object({
  links: z.array(updateLinkOut),
  /** Partner agencies with open actions to update, and whom to write to. */
  partners: z.array(
    z.object({
      team: teamRef,
      references: z.array(z.string()),
      /** From the latest link to this agency that the person may look after. */
      contact: z.object({ email: z.string(), name: z.string() }).nullable(),
      /** A link of anybody that still works. */
      workingUntil: instant.nullable(),
      /** People of the agency who can sign in and update by themselves. */
      accounts: z.int(),
    }),
  ),
  mailIsSetUp: z.boolean(),
});

/** What travels with every request of the page behind a link: never in an address, which proxies write down. */
const secret = z
  .string()
  .regex(
    /^[\w-]{43}$/,
    'Part of the link is missing. Copy the whole address from the mail, or ask whoever sent it to you.',
  );

export const updateLinkOpenInput = z.object({ secret });

const sentByLink = z.object({
  at: instant,
  writtenBy: z.string(),
  nothingChanged: z.boolean(),
  whatHappened: z.string(),
  difference: z.string(),
  inTheWay: z.string(),
  next: z.string(),
  rag: z.enum(RAGS),
  ragReason: z.string(),
  percentComplete: z.int(),
  /** Sent by this very link since the last review: a further one takes its place. */
  isCorrectable: z.boolean(),
});

const actionByLink = z.object({
  id: z.string(),
  version: z.int(),
  reference: z.string(),
  title: z.string(),
  detail: z.string(),
  successMeasure: z.string(),
  dueDate: isoDateOut.nullable(),
  rag: z.enum(RAGS),
  percentComplete: z.int(),
  /** The agency's latest update by a link. */
  last: sentByLink.nullable(),
});

/** Everything that the page behind a link is told; what is not named here does not leave. */
export const updateLinkView = z.object({
  name: z.string(),
  team: z.string(),
  trust: z.string(),
  askWhom: z.string(),
  today: isoDateOut,
  worksUntil: instant,
  updatesDue: z.object({ date: isoDateOut, time: z.string() }).nullable(),
  actions: z.array(actionByLink),
});

const wholePercent = 'Enter a whole number from 0 to 100.';

export const updateByLinkInput = z.object({
  secret,
  actionId: id,
  version,
  /** The post of whoever writes: the link may have been passed on. */
  writtenBy: requiredText(120, 'Your post'),
  nothingChanged: z.boolean(),
  whatHappened: text(100_000, 'What happened'),
  difference: text(100_000, 'What difference it makes for children'),
  inTheWay: text(100_000, 'What is in the way'),
  next: text(100_000, 'What is next'),
  /** Null: it stays as it is. */
  rag: z.enum(DECLARABLE_RAGS, 'Choose off track, at risk or on track.').nullable(),
  ragReason: text(2000, 'Reason for the rating'),
  percentComplete: z.int(wholePercent).min(0, wholePercent).max(100, wholePercent).nullable(),
  idempotencyKey,
});
export const updateByLinkOutput = z.object({ action: actionByLink });

export type UpdateLinkListOut = z.infer<typeof updateLinkListOutput>;
export type UpdateLinkCreateInput = z.infer<typeof updateLinkCreateInput>;
export type UpdateLinkAgainInput = z.infer<typeof updateLinkAgainInput>;
export type UpdateLinkManyInput = z.infer<typeof updateLinkManyInput>;
export type UpdateLinkManyOut = z.infer<typeof updateLinkManyOutput>;
export type MadeUpdateLink = z.infer<typeof madeUpdateLink>;
export type UpdateLinkViewOut = z.infer<typeof updateLinkView>;
export type ActionByLinkOut = z.infer<typeof actionByLink>;
