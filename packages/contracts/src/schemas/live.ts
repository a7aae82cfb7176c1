import { z } from 'zod';
import { id } from './base.ts';

/** What an open page says of itself: this action is being read, an update on it typed, or it was closed. */
export const hereInput = z.object({ actionId: id, state: z.enum(['READING', 'TYPING', 'GONE']) });
/** Nothing is kept, so nothing but the question comes back. */
export const hereOutput = z.object({ actionId: z.string() });

export type HereInput = z.infer<typeof hereInput>;
