import { text } from 'node:stream/consumers';
import type { EvidenceContentOut } from '@gt/contracts/schemas';
import type { Context } from '../../core/context.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { mayOpenVersion } from './may-open-version.ts';

/** The words of a note, or the address of a link, as one of its versions holds them. */
export async function evidenceContent(
  ctx: Context,
  scope: Scope,
  versionId: string,
): Promise<EvidenceContentOut> {
  const version = await mayOpenVersion(ctx, scope, versionId);
  if (version.form === 'FILE') {
    throw invalid([{ field: 'versionId', message: 'This evidence is a file. Download it instead.' }]);
  }
  const stream = await ctx.store.open(version.sha256);
  if (!stream)
    throw new DomainError('UNAVAILABLE', 'What was written is not in the store. Tell your administrator.');
  return { form: version.form, content: await text(stream) };
}
