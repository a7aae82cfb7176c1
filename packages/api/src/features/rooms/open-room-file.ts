import { Readable } from 'node:stream';
import { type FilePreview, PREVIEW_BOUNDS } from '@gt/contracts/words';
import type { Context } from '../../core/context.ts';
import { notFound } from '../../core/domain-error.ts';
import type { FileAnswer } from '../../core/file-route.ts';
import { previewStored, previewStoredPage } from '../evidence/preview-stored.ts';
import { storedFile } from '../inspections/stored-file.ts';
import { logVisit, type Visit } from './find-visit.ts';
import { roomPack } from './room-pack.ts';

/** What a file of the pack shows, read by the server: the file itself is never sent inline. */
export async function previewRoomFile(ctx: Context, visit: Visit, ref: string): Promise<FilePreview> {
  const file = await fileOf(ctx, visit, ref);
  await logVisit(ctx, visit, 'FILE_VIEWED', ref);
  return previewStored(ctx, file);
}

/** A page of it as a picture. */
export async function previewRoomFilePage(
  ctx: Context,
  visit: Visit,
  { ref, page }: { ref: string; page: number },
): Promise<FileAnswer> {
  if (!Number.isInteger(page) || page < 1 || page > PREVIEW_BOUNDS.pages) throw notFound('page');
  const file = await fileOf(ctx, visit, ref);
  await logVisit(ctx, visit, 'PAGE', `${ref}, page ${page}`);
  return previewStoredPage(ctx, file, page);
}

/** The bytes of one item of the pack, as an attachment under the name that it has there. */
export async function downloadRoomFile(ctx: Context, visit: Visit, ref: string): Promise<FileAnswer> {
  const file = await fileOf(ctx, visit, ref);
  const answer = await storedFile(ctx, file);
  await logVisit(ctx, visit, 'FILE_DOWNLOADED', ref);
  return answer;
}

/** The pack itself, as it was built. */
export async function downloadRoomPack(ctx: Context, visit: Visit): Promise<FileAnswer> {
  const { number, sha256, fileName } = await roomPack(ctx.db, visit);
  const answer = await storedFile(ctx, { sha256, fileName, mediaType: 'application/zip' });
  await logVisit(ctx, visit, 'PACK_DOWNLOADED', `Pack ${number}`);
  return answer;
}

/** The key that the pack is checked with. */
export async function roomPackKey(ctx: Context, visit: Visit): Promise<FileAnswer> {
  const { key } = await roomPack(ctx.db, visit);
  if (key === null) throw notFound('key');
  const stream = Readable.from([Buffer.from(key.pem)]);
  return { kind: 'file', stream, fileName: 'key.pem', mediaType: 'application/x-pem-file' };
}

/**
 * An item by its reference in this pack, and by nothing else: no id of the plan is taken, so none can be guessed. The
 * store knows bytes by their hash, and the hash is the one that the signed manifest names.
 */
async function fileOf(ctx: Context, visit: Visit, ref: string) {
  const { files } = await roomPack(ctx.db, visit);
  const file = files.get(ref);
  if (!file) throw notFound('item');
  const { sha256, size, path } = file;
  const known = await ctx.db.evidenceVersion.findFirst({
    where: { sha256, evidence: { planId: visit.room.planId } },
    select: { mediaType: true },
  });
  const fileName = path.slice(path.lastIndexOf('/') + 1);
  return { sha256, size, fileName, mediaType: known?.mediaType ?? 'application/octet-stream' };
}
