import type { EvidenceLimits } from '@gt/contracts/schemas';
import { DEFAULT_UPLOAD_LIMIT_BYTES, fileSizeWords, UPLOAD_TYPES_WORDS } from '@gt/domain/evidence';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';

/** The largest file taken as evidence, in bytes: a setting, 100 MB when it says nothing else. */
export async function uploadMaxBytes(ctx: Pick<Context, 'db'>): Promise<number> {
  const row = await ctx.db.installation.findUnique({ where: { id: 1 }, select: { uploadMaxBytes: true } });
  return row ? Number(row.uploadMaxBytes) : DEFAULT_UPLOAD_LIMIT_BYTES;
}

/** The limit and the allowed types, as stated beside every place to drop a file. */
export async function evidenceLimitsOf(ctx: Context, _scope: Scope): Promise<EvidenceLimits> {
  return limitsOf(await uploadMaxBytes(ctx));
}

export function limitsOf(bytes: number): EvidenceLimits {
  return {
    uploadMaxBytes: bytes,
    sentence: `You can upload ${UPLOAD_TYPES_WORDS} files. Each file can be up to ${fileSizeWords(bytes)}.`,
  };
}
