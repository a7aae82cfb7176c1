import type { FilePreview } from '@gt/contracts/words';
import type { Context } from '../../core/context.ts';
import type { FileAnswer } from '../../core/file-route.ts';
import type { Scope } from '../../core/scope.ts';
import { mayOpenVersion } from './may-open-version.ts';
import { previewStored, previewStoredPage } from './preview-stored.ts';

/** What a file shows, for the page, to whoever may open the file. */
export async function previewEvidence(ctx: Context, scope: Scope, versionId: string): Promise<FilePreview> {
  return previewStored(ctx, await mayOpenVersion(ctx, scope, versionId));
}

/** A page of it as a picture. */
export async function previewEvidencePage(
  ctx: Context,
  scope: Scope,
  { versionId, page }: { versionId: string; page: number },
): Promise<FileAnswer> {
  return previewStoredPage(ctx, await mayOpenVersion(ctx, scope, versionId), page);
}
