import { Readable } from 'node:stream';
import type { PageWords } from '@gt/contracts/words';
import { previewPage, readPageWords } from '@gt/intake';
import type { Context } from '../../core/context.ts';
import { DomainError, notFound } from '../../core/domain-error.ts';
import type { FileAnswer } from '../../core/file-route.ts';
import type { Scope } from '../../core/scope.ts';
import { storedFile } from '../inspections/stored-file.ts';

const PDF = 'application/pdf';
type Asked = { importId: string; page: number };

/** The words of a page of the report that is checked, with their places: to be marked, and to find a quote by. */
export async function importPage(ctx: Context, _scope: Scope, { importId, page }: Asked): Promise<PageWords> {
  const file = await fileOf(ctx, importId);
  return readPageWords(() => streamOf(ctx, file), page);
}

/** The same page as a picture that the server drew: the file itself is never shown in a page. */
export async function importPagePicture(
  ctx: Context,
  _scope: Scope,
  { importId, page }: Asked,
): Promise<FileAnswer> {
  const file = await fileOf(ctx, importId);
  const picture = await previewPage(() => streamOf(ctx, file), {
    mediaType: PDF,
    size: Number(file.size),
    page,
  });
  if (!picture.ok) throw new DomainError('RULE', picture.sentence);
  const { data, mediaType } = picture;
  const stream = Readable.from([Buffer.from(data)]);
  return { kind: 'file', stream, fileName: `Page ${page}.png`, mediaType, size: data.length };
}

async function fileOf(ctx: Context, importId: string) {
  const run = await ctx.db.importRun.findUnique({
    where: { id: importId },
    select: { fileName: true, sha256: true, size: true },
  });
  if (!run) throw notFound('import');
  return run;
}

async function streamOf(ctx: Context, file: { sha256: string; fileName: string }): Promise<Readable> {
  const answer = await storedFile(ctx, { ...file, mediaType: PDF });
  if (answer.kind !== 'file') throw new Error('stored bytes are a stream');
  return answer.stream;
}
