import { z } from 'zod';
import { id, instant } from './base.ts';

const draftKey = z.string().min(1).max(200);
/** Largest draft, as JSON in UTF-8, in bytes. */
export const DRAFT_MAX_BYTES = 65_536;

export const draftSaveInput = z.object({
  /** Names the form, such as "update:<action id>"; one draft per person and key. */
  key: draftKey,
  /** Table of the record the words are about, in capitals, so that a redaction finds them. */
  entityType: z.string().regex(/^[A-Z_]{1,40}$/, 'This draft cannot be kept.'),
  entityId: id,
  body: z
    .record(z.string(), z.json())
    .refine((body) => new TextEncoder().encode(JSON.stringify(body)).length <= DRAFT_MAX_BYTES, {
      message: 'This draft is too long to keep on the server. The limit is 64 kB.',
    }),
});
export const draftDiscardInput = z.object({ key: draftKey });

export const draft = z.object({
  key: z.string(),
  entityType: z.string(),
  entityId: z.string(),
  body: z.record(z.string(), z.json()),
  updatedAt: instant,
});
export const draftListInput = z.object({ prefix: z.string().max(200).default('') });
export const draftListOutput = z.object({ drafts: z.array(draft) });
export const draftSaved = z.object({ key: z.string(), updatedAt: instant });
export const draftDiscarded = z.object({ discarded: z.boolean() });

export type DraftSaveInput = z.infer<typeof draftSaveInput>;
export type DraftOut = z.infer<typeof draft>;
