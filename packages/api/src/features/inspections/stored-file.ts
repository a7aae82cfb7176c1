import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { FileAnswer } from '../../core/file-route.ts';

/** Sends stored bytes as an attachment, or says plainly that they are not there. */
export async function storedFile(
  ctx: Context,
  file: { sha256: string; fileName: string; mediaType: string },
): Promise<FileAnswer> {
  const stat = await ctx.store.stat(file.sha256);
  const stream = stat ? await ctx.store.open(file.sha256) : null;
  if (!stat || !stream) {
    throw new DomainError(
      'NOT_FOUND',
      'This file is on record, but its bytes are not in the store. Tell your administrator.',
    );
  }
  return { kind: 'file', stream, fileName: file.fileName, mediaType: file.mediaType, size: stat.size };
}
