import { z } from 'zod';
import { STORE_FINDINGS } from '../words/index.ts';
import { instant } from './base.ts';

export const storeFinding = z.object({
  kind: z.enum(STORE_FINDINGS),
  sha256: z.string(),
  /** What names it: "E12, version 2"; empty for what nothing names. */
  namedBy: z.array(z.string()),
  /** Bytes, of the file if it is there. */
  size: z.number().nullable(),
});

/** What the last check of rows against files found. The first findings are listed, all are counted. */
export const storeCheck = z.object({
  checkedAt: instant,
  /** Whoever asked for it; the nightly check is the product's own. */
  by: z.string(),
  files: z.int(),
  bytes: z.number(),
  /** Contents that rows name. */
  named: z.int(),
  /** Younger than a day and not named: their row may be on its way. */
  young: z.int(),
  total: z.int(),
  findings: z.array(storeFinding),
});

export const storeStateOutput = z.object({ last: storeCheck.nullable() });
export const storeRequestedOutput = z.object({ requested: z.literal(true) });
export const storeRemovedOutput = z.object({ orphans: z.int(), temporaries: z.int() });

export type StoreFinding = z.infer<typeof storeFinding>;
export type StoreCheck = z.infer<typeof storeCheck>;
export type StoreState = z.infer<typeof storeStateOutput>;
export type StoreRemoved = z.infer<typeof storeRemovedOutput>;
