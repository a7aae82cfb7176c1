import { formatDate } from '@gt/contracts/words';
import { translateDatabaseError } from '@gt/db';
import { cleanFileName } from '@gt/storage';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import { systemScope } from '../../core/guard.ts';
import type { JobHandler } from '../../core/job-handler.ts';
import type { Scope } from '../../core/scope.ts';
import { sealAudit } from '../audit/seal-audit.ts';
import { loadPackContent } from './load-pack-content.ts';
import { claimRun, endRun, finishRun, type PackRun, requeueRun } from './pack-run.ts';
import { StoreRefused, storePack } from './store-pack.ts';
import { RunStopped, type RunWatch, watchRun } from './watch-run.ts';

/**
 * Builds one evidence pack: seals the history, loads the content at one moment, streams the ZIP into the store, and
 * makes the row READY. Run again after a crash it starts over; a finished pack is left alone. Throws when the server
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
  const checkpoint = await sealAudit(ctx);
  watch.signal.throwIfAborted();
  const { packId, planId, recommendationIds, marking } = run;
  const audit = { ...checkpoint, at: new Date().toISOString() };
  const request = { packId, planId, recommendationIds, marking, audit };
  const { content, destroyed } = await loadPackContent(ctx.db, scope, request);
  watch.signal.throwIfAborted();
  const written = await storePack(ctx.store, content, watch);
  await watch.stop();
  const fileName = packFileName(content.planTitle, scope);
  // Should this throw, the bytes stay: the commit may have gone through, and the sweeper takes what no row names.
  const end = await finishRun(ctx.db, scope, run, destroyed, { ...written, fileName, checkpoint });
  if (end === 'READY') return;
  await ctx.store.remove(written.sha256);
  if (end === 'STALE') throw new ContentDestroyed();
  throw new RunStopped('CANCELLED');
}

/** "Evidence pack – Northmoor ILACS plan – 12 March 2026.zip", with the plan's name cut where it is long. */
function packFileName(planTitle: string, scope: Scope): string {
  const name = planTitle.replace(/[\\/]/g, '-').slice(0, 70).trim();
  return cleanFileName(`Evidence pack – ${name} – ${formatDate(scope.today)}.zip`);
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
