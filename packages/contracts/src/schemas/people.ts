import { z } from 'zod';
import { INVITATION_KINDS, ROLES } from '../words/index.ts';
import { id, idempotencyKey, instant, requiredText, version } from './base.ts';

const roles = z
  .array(z.enum(ROLES))
  .min(1, 'Choose at least one role.')
  .refine((list) => new Set(list).size === list.length, 'A role is chosen twice.');

/** The same rule as at sign-in: an address that passes here can sign in. Two spellings of one address are one. */
export const personEmail = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'The e-mail address is too long. The limit is 254 characters.')
  .pipe(z.email('Enter an e-mail address, such as name@trust.example.'));

export const inviteInput = z.object({
  email: personEmail,
  name: requiredText(120, 'The name to show'),
  roles,
  teamIds: z.array(id).max(20),
  postId: id.nullable(),
  idempotencyKey,
});

/** The link is shown once: only a digest of it is kept. Null when it went out by mail. */
export const linkOut = z.object({
  invitationId: z.string(),
  link: z.string().nullable(),
  sentTo: z.string().nullable(),
});

export const personEditInput = z.object({
  userId: id,
  version,
  name: requiredText(120, 'The name to show'),
  roles,
  teamIds: z.array(id).max(20),
});

export const personIdInput = z.object({ userId: id, version });
export const resetLinkInput = z.object({ userId: id, idempotencyKey });
export const invitationIdInput = z.object({ invitationId: id });
export const personIdOut = z.object({ userId: z.string() });

export const personOut = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(ROLES)),
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
  posts: z.array(z.object({ id: z.string(), title: z.string() })),
  deactivatedAt: instant.nullable(),
  lastActiveAt: instant.nullable(),
  version,
});

export const invitationOut = z.object({
  id: z.string(),
  kind: z.enum(INVITATION_KINDS),
  email: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  expiresAt: instant,
  createdAt: instant,
});

export const peopleListOutput = z.object({
  people: z.array(personOut),
  invitations: z.array(invitationOut),
  mailIsSetUp: z.boolean(),
});
