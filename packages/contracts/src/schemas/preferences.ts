import { z } from 'zod';
import { DIGEST_PARTS } from '../words/index.ts';

/** How one person likes to work. */
export const preference = z.object({
  /** Single-key shortcuts; people who dictate switch them off. */
  singleKeys: z.boolean(),
});
export type Preference = z.infer<typeof preference>;

/** How one person wants the mail of a day; which times and days will do is the domain's rule. */
export const digestChoice = z.object({
  digest: z.boolean(),
  /** London times, "07:30". */
  digestTime: z.string().max(5),
  /** 1 Monday to 7 Sunday. */
  digestDays: z.array(z.int()).max(7),
  quietFrom: z.string().max(5),
  quietTo: z.string().max(5),
  digestLeavesOut: z.array(z.enum(DIGEST_PARTS)).max(DIGEST_PARTS.length),
});

/** With it, whether mail can go out at all, and whether it may carry what stands in the plan. */
export const digestChoiceOutput = digestChoice.extend({ mailIsSetUp: z.boolean(), isInside: z.boolean() });

export type DigestChoice = z.infer<typeof digestChoice>;
export type DigestChoiceOut = z.infer<typeof digestChoiceOutput>;
