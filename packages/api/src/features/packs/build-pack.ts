import { formatDate, type PackContent } from '@gt/contracts/words';
import { translateDatabaseError } from '@gt/db';
import { cleanFileName } from '@gt/storage';
import type { Context } from '../../core/context.ts';
import { londonDate } from '../../core/dates.ts';
import { DomainError } from '../../core/domain-error.ts';
import { systemScope } from '../../core/guard.ts';
import type { JobHandler } from '../../core/job-handler.ts';
import type { Scope } from '../../core/scope.ts';
import { frozenPack } from './freeze-pack.ts';
import { claimRun, endRun, finishRun, type PackRun, requeueRun } from './pack-run.ts';
import { recordSigningKey } from './signing-keys.ts';
import { StoreRefused, storePack } from './store-pack.ts';
import { RunStopped, type RunWatch, watchRun } from './watch-run.ts';

/**
 * Builds one evidence pack from what was frozen when it was asked for: streams the ZIP into the store, and makes the
 * row READY. Run again after a crash it starts over and comes to the same bytes; a finished pack is left alone. Throws when the server
 * stops or something of the plan was destroyed meanwhile, so that the queue runs it again.
 */
export const buildPack: JobHandler = async (ctx, data, jobSignal) => {
  const run = await claimRun(ctx.db, data.packId ?? '');
  if (!run) return;
  const scope = await scopeOf(ctx, run);
  const watch = watchRun(ctx.db, run, jobSignal);
  try {
    await attempt(ctx, scope, run, watch);
  } catch (error) {
    await watch.stop();
    await settle(ctx, scope, run, error, jobSignal);
  } finally {
    await watch.stop();
  }
};

/** The job acts for whoever asked for the pack. */
async function scopeOf(ctx: Context, run: PackRun): Promise<Scope> {
  const user = await ctx.db.user.findUnique({ where: { id: run.requestedById }, select: { name: true } });
  return systemScope({ userId: run.requestedById, userName: user?.name ?? '' }, ctx);
}

async function attempt(ctx: Context, scope: Scope, run: PackRun, watch: RunWatch): Promise<void> {
  const { content, destroyed } = await frozenPack(ctx, run.packId);
  watch.signal.throwIfAborted();
  const written = await storePack(ctx, content, watch);
  await watch.stop();
  const fileName = packFileName(content, run.number, written.manifest.partial.length > 0);
  const signingKeyId = await recordSigningKey(ctx);
  // Should this throw, the bytes stay: the commit may have gone through, and the sweeper takes what no row names.
  const result = { ...written, fileName, checkpoint: content.audit, signingKeyId };
  const end = await finishRun(ctx.db, scope, run, destroyed, result);
  if (end === 'READY') return;
  // The attempt that took over comes to the same bytes, in the same place: they are its own now.
  if (end === 'TAKEN_OVER') throw new RunStopped(end);
  await ctx.store.remove(written.sha256);
  if (end === 'STALE') throw new ContentDestroyed();
  throw new RunStopped(end);
}

/** "Evidence pack 3 – Northmoor ILACS plan – 12 March 2026.zip", with the plan's name cut where it is long. */
function packFileName({ planTitle, generatedAt }: PackContent, number: number, isPartial: boolean): string {
  const name = planTitle.replace(/[\\/]/g, '-').slice(0, 70).trim();
  const partial = isPartial ? 'PARTIAL ' : '';
  const day = formatDate(londonDate(new Date(generatedAt)));
  return cleanFileName(
    `${partial}${partial ? 'evidence' : 'Evidence'} pack ${number} – ${name} – ${day}.zip`,
  );
}

class ContentDestroyed extends Error {
  constructor() {
    super('something of the plan was destroyed while the pack was built; it is built again without it');
    this.name = 'ContentDestroyed';
  }
}

/** Leaves the row as the person should find it, and throws what the queue must know. */
async function settle(
  ctx: Context,
  scope: Scope,
  run: PackRun,
  error: unknown,
  jobSignal: AbortSignal,
): Promise<void> {
  if (error instanceof RunStopped) {
    // A newer attempt, or whoever cancelled twice, has the row: `endRun` then touches nothing.
    await endRun(ctx.db, scope, run, { state: 'CANCELLED' });
    return;
  }
  const isForNow = jobSignal.aborted || error instanceof ContentDestroyed || isUnavailable(error);
  if (isForNow) {
    await requeueRun(ctx.db, run);
    throw error;
  }
  await endRun(ctx.db, scope, run, { state: 'FAILED', failure: failureWords(error, scope) });
  // What a person can mend was said to them; anything else must reach whoever looks after the server.
  if (!(error instanceof StoreRefused || error instanceof DomainError)) throw error;
}

function isUnavailable(error: unknown): boolean {
  const kind = translateDatabaseError(error)?.kind;
  return kind === 'unavailable' || kind === 'timeout' || kind === 'serialization';
}

function failureWords(error: unknown, scope: Scope): string {
  if (error instanceof DomainError) return error.message;
  if (error instanceof StoreRefused) {
    return 'The server has no room left for this pack. Nothing was kept. Tell your administrator, then build it again.';
  }
  return `Something went wrong while the pack was written, and nothing was kept. Build it again; if it happens again, tell your administrator and quote ${scope.requestId}.`;
}
