import { z } from 'zod';
import { instant, text } from './base.ts';

/** How mail stands, for administrators: counts and reasons, and no words of any mail. */
export const mailState = z.object({
  /** The server was given a relay to send by. */
  isSetUp: z.boolean(),
  /** Domains whose addresses may be mailed what stands in the plan. */
  insideDomains: z.array(z.string()),
  waiting: z.object({
    count: z.int(),
    oldestAt: instant.nullable(),
    /** What the relay said last of any that waits, without names in addresses; null when nothing went wrong. */
    lastError: z.string().nullable(),
  }),
  givenUp: z.object({
    count: z.int(),
    newestAt: instant.nullable(),
    lastError: z.string().nullable(),
  }),
  /** Within the last 24 hours. */
  sentLately: z.int(),
});

export const mailSetInsideDomainsInput = z.object({
  domains: z.array(text(300, 'A domain')).max(200, 'List fewer domains.'),
  /** The list that was on the screen: it stands in for a version. */
  was: z.array(z.string()).max(200),
});

export const mailTryAgainOutput = z.object({ count: z.int() });

export type MailState = z.infer<typeof mailState>;
export type MailSetInsideDomainsInput = z.infer<typeof mailSetInsideDomainsInput>;
