import { z } from 'zod';
import { id, idempotencyKey, text, version } from './base.ts';

// What a name and a search may be is the domain's (validateView); this only bounds the body.
const name = text(1000, 'Name');
const search = z
  .record(
    z.string().max(40),
    z.string().max(8000),
    'This view cannot be read. Open the plan again and save it anew.',
  )
  .refine((found) => Object.keys(found).length <= 100, 'This view holds too many filters to be kept.');

/** READY: of the product, the same for everybody. OWN: the person's. SHARED: somebody else's, for all who read the plan. */
export const VIEW_KINDS = ['READY', 'OWN', 'SHARED'] as const;

/** A way of looking at the plan, and what the person may do with it. */
export const viewOut = z.object({
  /** An id; of a ready-made one a fixed name such as "overdue". */
  id: z.string(),
  kind: z.enum(VIEW_KINDS),
  name: z.string(),
  /** The address's search, name by name. */
  search: z.record(z.string(), z.string()),
  isShared: z.boolean(),
  /** Whoever saved it; '' for a ready-made one. */
  ownerName: z.string(),
  ownerHasLeft: z.boolean(),
  /** "Shared by Head of Fostering, holder 1, who has left"; '' for one's own private and for ready-made ones. */
  words: z.string(),
  mayEdit: z.boolean(),
  mayRemove: z.boolean(),
  mayTakeOver: z.boolean(),
  version: z.int(),
});

export const viewListInput = z.object({ planId: id });
/** Ready-made ones first, then one's own, then shared ones, each by name. `mayShare`: the person may share theirs. */
export const viewListOutput = z.object({ views: z.array(viewOut), mayShare: z.boolean() });

export const viewCreateInput = z.object({
  planId: id,
  name,
  search,
  isShared: z.boolean().default(false),
  idempotencyKey,
});
/** A new name, or the filters as they stand now. */
export const viewEditInput = z.object({ viewId: id, version, name, search });
export const viewShareInput = z.object({ viewId: id, version, isShared: z.boolean() });
export const viewVersionInput = z.object({ viewId: id, version });
export const viewRef = z.object({ id: z.string(), version: z.int() });

export type ViewOut = z.infer<typeof viewOut>;
export type ViewListOut = z.infer<typeof viewListOutput>;
export type ViewCreateInput = z.infer<typeof viewCreateInput>;
export type ViewEditInput = z.infer<typeof viewEditInput>;
export type ViewShareInput = z.infer<typeof viewShareInput>;
export type ViewVersionInput = z.infer<typeof viewVersionInput>;
export type ViewRef = z.infer<typeof viewRef>;
