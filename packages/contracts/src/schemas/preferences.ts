import { z } from 'zod';

/** How one person likes to work. */
export const preference = z.object({
  /** Single-key shortcuts; people who dictate switch them off. */
  singleKeys: z.boolean(),
});
export type Preference = z.infer<typeof preference>;
