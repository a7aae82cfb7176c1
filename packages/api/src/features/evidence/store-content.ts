import { Readable } from 'node:stream';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { ReceivedFile } from './receive-file.ts';

/** As the bytes of a version are named when somebody downloads them. */
const FILES = {
  NOTE: { fileName: 'Note.txt', mediaType: 'text/plain' },
  LINK: { fileName: 'Link.txt', mediaType: 'text/plain' },
} as const;

/** Bytes a character can take in UTF-8. */
const WIDEST = 4;

/**
 * Keeps the words of a note, or the address of a link, as the bytes of a version: each has its hash, none is ever
 * overwritten, and a pack holds a note as a file like any other.
 */
export async function storeContent(
  ctx: Context,
  form: 'NOTE' | 'LINK',
  content: string,
): Promise<ReceivedFile> {
  const bytes = Buffer.from(content, 'utf8');
  const stored = await ctx.store.put(Readable.from([bytes]), { maxBytes: content.length * WIDEST });
  if (!stored.ok) throw new DomainError('UNAVAILABLE', stored.message);
  return { ...FILES[form], sha256: stored.sha256, size: stored.size };
}
