import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { StoreCheck, StoreFinding } from '@gt/contracts/schemas';
import { STORE_FINDINGS } from '@gt/contracts/words';
import { inTransaction, sql } from '@gt/db';
import type { StoredFile } from '@gt/storage';
import { recordAudit } from '../../core/audit.ts';
import { toInstant } from '../../core/dates.ts';
import { namedContents } from '../../core/named-contents.ts';
import { isNamed, SETTLED_AFTER_MS, type StoreContext } from './sweep-files.ts';

/** Findings kept one by one; all are counted. */
const TOLD = 200;

type Looked = Omit<StoreCheck, 'checkedAt' | 'by'>;

/**
 * Holds rows and files against each other, both ways and by content: every file is read and hashed, every content that
 * a row names is looked for. Changes nothing; what it found is on record.
 */
export async function checkStore(
  ctx: StoreContext,
  { by, signal }: { by: string; signal?: AbortSignal },
): Promise<StoreCheck> {
  const looked = await look(ctx, signal);
  await inTransaction(ctx.db, (tx) =>
    recordAudit(
      tx,
      { userId: null, userName: by, now: ctx.now, requestId: ctx.requestId },
      { action: 'files.check', entityType: 'STORE', entityId: 'files', planId: null, after: looked },
    ),
  );
  return { ...looked, checkedAt: toInstant(ctx.now), by };
}

async function look(ctx: StoreContext, signal: AbortSignal | undefined): Promise<Looked> {
  // Rows first: a file that comes in between has no row here, and is younger than a day.
  const named = await namesOf(ctx);
  const destroyed = await destroyedOf(ctx);
  const began = Date.now();
  const findings: StoreFinding[] = [];
  const seen = new Set<string>();
  let [files, bytes, young] = [0, 0, 0];
  for await (const file of ctx.store.list()) {
    signal?.throwIfAborted();
    files += 1;
    bytes += file.size;
    seen.add(file.sha256);
    const { sha256, size } = file;
    const namedBy = named.get(sha256);
    if (namedBy) {
      if (!(await isWhole(ctx, file))) findings.push({ kind: 'OTHER_CONTENT', sha256, namedBy, size });
    } else if (file.storedAt.getTime() > began - SETTLED_AFTER_MS) young += 1;
    else if (destroyed.has(sha256)) findings.push({ kind: 'NOT_DESTROYED', sha256, namedBy: [], size });
    else findings.push({ kind: 'ORPHAN', sha256, namedBy: [], size });
  }
  for (const [sha256, namedBy] of named) {
    // Asked again: the row may have been destroyed, and its file with it, while we looked.
    if (seen.has(sha256) || !(await isNamed(ctx.db, sha256))) continue;
    if ((await ctx.store.stat(sha256)) === null)
      findings.push({ kind: 'MISSING', sha256, namedBy, size: null });
  }
  findings.sort((one, other) => STORE_FINDINGS.indexOf(one.kind) - STORE_FINDINGS.indexOf(other.kind));
  return {
    files,
    bytes,
    young,
    named: named.size,
    total: findings.length,
    findings: findings.slice(0, TOLD),
  };
}

async function namesOf({ db }: StoreContext): Promise<Map<string, string[]>> {
  const rows = await db.$queryRaw<{ sha256: string; names: string[] }[]>(
    sql`SELECT n."sha256", array_agg(n."name" ORDER BY n."name") AS "names" FROM (${namedContents}) n GROUP BY 1`,
  );
  return new Map(rows.map(({ sha256, names }) => [sha256, names]));
}

async function destroyedOf({ db }: StoreContext): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ sha256: string }[]>`
    SELECT "sha256" FROM "evidence_version" WHERE "redactedAt" IS NOT NULL
    UNION SELECT "sha256" FROM "pack" WHERE "redactedAt" IS NOT NULL AND "sha256" IS NOT NULL`;
  return new Set(rows.map(({ sha256 }) => sha256));
}

/** Whether the bytes under a name are those that the name says. */
async function isWhole(ctx: StoreContext, file: StoredFile): Promise<boolean> {
  const stream = await ctx.store.open(file.sha256);
  if (!stream) return true;
  const hash = createHash('sha256');
  await pipeline(stream, hash);
  return hash.digest('hex') === file.sha256;
}
