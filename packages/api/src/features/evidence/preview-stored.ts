import { Readable } from 'node:stream';
import type { FilePreview } from '@gt/contracts/words';
import { previewPage, previewStream } from '@gt/intake';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { FileAnswer } from '../../core/file-route.ts';
import { storedFile } from '../inspections/stored-file.ts';

/** Bytes of the store, as they were found when they came. */
type StoredBytes = { sha256: string; fileName: string; mediaType: string; size: number };

/** What a stored file shows, for the page. The file itself is never sent inline. Whether one may see it was asked before. */
export function previewStored(ctx: Context, file: StoredBytes): Promise<FilePreview> {
  return previewStream(() => streamOf(ctx, file), file);
}

/** A page as a picture that the server drew; of a picture, the picture without what its camera kept. Throws RULE. */
export async function previewStoredPage(ctx: Context, file: StoredBytes, page: number): Promise<FileAnswer> {
  if (!/^(?:application\/pdf|image\/(?:png|jpeg))$/.test(file.mediaType)) {
    throw new DomainError('RULE', 'This file has no pages to draw.');
  }
  const picture = await previewPage(() => streamOf(ctx, file), { ...file, page });
  if (!picture.ok) throw new DomainError('RULE', picture.sentence);
  const { data, mediaType } = picture;
  const fileName = `Page ${page}.${mediaType === 'image/png' ? 'png' : 'jpg'}`;
  return { kind: 'file', stream: Readable.from([Buffer.from(data)]), fileName, mediaType, size: data.length };
}

async function streamOf(ctx: Context, file: StoredBytes): Promise<Readable> {
  const answer = await storedFile(ctx, file);
  if (answer.kind !== 'file') throw new Error('stored bytes are a stream');
  return answer.stream;
}
