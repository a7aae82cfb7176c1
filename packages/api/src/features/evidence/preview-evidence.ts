import { Readable } from 'node:stream';
import type { FilePreview } from '@gt/contracts/words';
import { previewPage, previewStream } from '@gt/intake';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { FileAnswer } from '../../core/file-route.ts';
import type { Scope } from '../../core/scope.ts';
import { storedFile } from '../inspections/stored-file.ts';
import { mayOpenVersion, type OpenableVersion } from './may-open-version.ts';

/** What a file shows, for the page, to whoever may open the file. The file itself is never sent inline. */
export async function previewEvidence(ctx: Context, scope: Scope, versionId: string): Promise<FilePreview> {
  const version = await mayOpenVersion(ctx, scope, versionId);
  return previewStream(() => streamOf(ctx, version), version);
}

/** A page as a picture that the server drew; of a picture, the picture without what its camera kept. */
export async function previewEvidencePage(
  ctx: Context,
  scope: Scope,
  { versionId, page }: { versionId: string; page: number },
): Promise<FileAnswer> {
  const version = await mayOpenVersion(ctx, scope, versionId);
  if (!/^(?:application\/pdf|image\/(?:png|jpeg))$/.test(version.mediaType)) {
    throw new DomainError('RULE', 'This file has no pages to draw.');
  }
  const picture = await previewPage(() => streamOf(ctx, version), { ...version, page });
  if (!picture.ok) throw new DomainError('RULE', picture.sentence);
  const { data, mediaType } = picture;
  const fileName = `Page ${page}.${mediaType === 'image/png' ? 'png' : 'jpg'}`;
  return { kind: 'file', stream: Readable.from([Buffer.from(data)]), fileName, mediaType, size: data.length };
}

async function streamOf(ctx: Context, version: OpenableVersion): Promise<Readable> {
  const answer = await storedFile(ctx, version);
  if (answer.kind !== 'file') throw new Error('stored bytes are a stream');
  return answer.stream;
}
