import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PackCheckOut } from '@gt/contracts/schemas';
import { verdictWords, verifyPack } from '@gt/pack';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { FileRequest } from '../../core/file-route.ts';
import type { Scope } from '../../core/scope.ts';
import { namedProblems } from './named-problems.ts';
import { signingKeys } from './signing-keys.ts';

const GIB = 1024 ** 3;
/** What may be sent here; the command checks packs of any size. */
const LARGEST = 8 * GIB;
/** What it may unpack to: a pack stores its evidence as it is, so it hardly grows. */
const UNPACKED = 16 * GIB;

/**
 * Checks a pack that somebody brought: every file against the manifest, and the manifest against the keys that ever
 * signed here. Nothing of it is kept. Throws INVALID for a file that is too large.
 */
export async function checkUpload(ctx: Context, scope: Scope, request: FileRequest): Promise<PackCheckOut> {
  const folder = await mkdtemp(join(tmpdir(), 'golden-thread-check-'));
  try {
    const path = join(folder, 'pack.zip');
    await pipeline(request.body, upTo(LARGEST), createWriteStream(path, { mode: 0o600 }), {
      signal: request.signal,
    });
    const keys = await signingKeys(ctx.db, scope);
    const verdict = await verifyPack(path, { keys, maxBytes: UNPACKED });
    const { ok, checked, sha256, origin, manifest } = verdict;
    const known = await ctx.db.pack.findFirst({
      where: { sha256, plan: { deletedAt: null } },
      select: { id: true, planId: true, number: true },
    });
    return {
      ...{ ok, checked, sha256, origin },
      ...namedProblems(verdict.problems, { path, name: 'The ZIP' }),
      sentence:
        ok && origin === 'SIGNATURE'
          ? 'Whole and unaltered, and signed by this installation.'
          : verdictWords(verdict),
      says: manifest && {
        plan: String(manifest.plan),
        council: String(manifest.council),
        generatedAt: String(manifest.generatedAt),
        partial: Array.isArray(manifest.partial) ? manifest.partial.map(String) : [],
      },
      known: known && { planId: known.planId, packId: known.id, number: known.number },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Lets so many bytes through, and fails with words for whoever sent more. */
function upTo(most: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen <= most) return done(null, chunk);
      const message = `This file is larger than ${most / GIB} GB, the limit of this page. Check it with the command pack:verify.`;
      done(new DomainError('INVALID', message, { fields: [{ field: 'file', message }] }));
    },
  });
}
