import { z } from 'zod';

const notes = z.array(z.string());

/** What a file shows, for the page: see `FilePreview`. */
export const evidencePreviewOutput = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('TEXT'),
    parts: z.array(z.object({ heading: z.string(), text: z.string() })),
    isCut: z.boolean(),
    notes,
  }),
  z.object({
    kind: z.literal('TABLES'),
    tables: z.array(z.object({ name: z.string(), rows: z.array(z.array(z.string())), isCut: z.boolean() })),
    notes,
  }),
  z.object({ kind: z.literal('PAGES'), pages: z.int(), notes }),
  z.object({ kind: z.literal('PICTURE'), width: z.int(), height: z.int(), notes }),
  z.object({ kind: z.literal('NONE'), sentence: z.string() }),
]);
