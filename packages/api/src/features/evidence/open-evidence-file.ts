import type { Context } from '../../core/context.ts';
import type { FileAnswer } from '../../core/file-route.ts';
import type { Scope } from '../../core/scope.ts';
import { storedFile } from '../inspections/stored-file.ts';
import { mayOpenVersion } from './may-open-version.ts';

/** Sends one file of an item of evidence as an attachment, to whoever may open it. */
export async function openEvidenceFile(ctx: Context, scope: Scope, versionId: string): Promise<FileAnswer> {
  return storedFile(ctx, await mayOpenVersion(ctx, scope, versionId));
}
