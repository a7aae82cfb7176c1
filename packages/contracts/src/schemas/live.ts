import { z } from 'zod';
import { id } from './base.ts';

/** What an open page says of itself: this action or meeting is open, an update is being typed, or it was closed. */
export const hereInput = z.object({
  of: z.enum(['ACTION', 'REVIEW']).default('ACTION'),
  recordId: id,
  state: z.enum(['READING', 'TYPING', 'GONE']),
});
/** Nothing is kept, so nothing but the question comes back. */
export const hereOutput = z.object({ recordId: z.string() });

export type HereInput = z.infer<typeof hereInput>;
