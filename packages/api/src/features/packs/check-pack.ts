import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { PackVerdictOut } from '@gt/contracts/schemas';
import { countOf } from '@gt/domain/wording';
import { type PackVerdict, verifyPack } from '@gt/pack';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { namedProblems } from './named-problems.ts';
import { requirePackFile } from './require-pack-file.ts';
import { signingKeys } from './signing-keys.ts';

/**
 * Reads the stored pack back and compares every file in it with its manifest, and the whole with the hash on record.
 * The store may be anywhere, so the bytes go through a temporary file of the server's. Throws NOT_FOUND and RULE.
 */
export async function checkPack(
  ctx: Context,
  scope: Scope,
  input: { packId: string },
): Promise<PackVerdictOut> {
  const file = await requirePackFile(ctx, scope, input.packId);
  const stream = await ctx.store.open(file.sha256);
  if (!stream) {
    const sentence =
      'The file of this pack is not in the store any more. Build a new pack and tell your administrator.';
    const problem = { path: file.fileName, problem: 'MISSING', detail: sentence };
    return { ok: false, checked: 0, problems: [problem], problemsTotal: 1, sha256: '', sentence };
  }
  const folder = await mkdtemp(join(tmpdir(), 'golden-thread-check-'));
  try {
    const path = join(folder, 'pack.zip');
    await pipeline(stream, createWriteStream(path, { mode: 0o600 }));
    const keys = await signingKeys(ctx.db, scope);
    return verdictOf(await verifyPack(path, { keys, expect: file.sha256 }), file, path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function verdictOf(verdict: PackVerdict, file: { fileName: string }, path: string): PackVerdictOut {
  const { ok, checked, sha256, problems } = verdict;
  const sentence = ok
    ? `Whole: all ${countOf(checked, 'file')} match the manifest, its signature is by this installation, and the pack is the one on record.`
    : `Not whole: ${countOf(problems.length, 'problem')} found. Do not send this pack; build a new one.`;
  return { ok, checked, sha256, sentence, ...namedProblems(problems, { path, name: file.fileName }) };
}
