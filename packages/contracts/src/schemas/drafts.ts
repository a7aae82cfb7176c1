import { z } from 'zod';
import { id, instant } from './base.ts';

const draftKey = z.string().regex(/^[\x20-\x7e]{1,200}$/, 'This draft cannot be kept.');
/** Largest draft, as JSON in UTF-8, in bytes. */
export const DRAFT_MAX_BYTES = 65_536;

type Json = z.infer<ReturnType<typeof z.json>>;

/** The same JSON without what the database refuses in it: zero bytes and half characters. */
function storable(value: Json): Json {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed();
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [String(storable(key)), storable(item)]),
  );
}

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
    })
    .transform((body) => storable(body) as typeof body),
});
export const draftDiscardInput = z.object({ key: draftKey });

export const draft = z.object({
  key: z.string(),
  entityType: z.string(),
  entityId: z.string(),
  body: z.record(z.string(), z.json()),
  updatedAt: instant,
});
export const draftListInput = z.object({
  prefix: z
    .string()
    .regex(/^[\x20-\x7e]{0,200}$/, 'There is no such draft.')
    .default(''),
});
export const draftListOutput = z.object({ drafts: z.array(draft) });
export const draftSaved = z.object({ key: z.string(), updatedAt: instant });
export const draftDiscarded = z.object({ discarded: z.boolean() });

export type DraftSaveInput = z.infer<typeof draftSaveInput>;
export type DraftOut = z.infer<typeof draft>;
