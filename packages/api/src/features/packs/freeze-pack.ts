import { inTransaction } from '@gt/db';
import type { Context } from '../../core/context.ts';
import { londonDate, toIsoDateOrNull } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import { systemScope } from '../../core/guard.ts';
import type { Scope } from '../../core/scope.ts';
import { sealAudit } from '../audit/seal-audit.ts';
import { loadSnapshot } from '../snapshots/load-snapshot.ts';
import { cutOffOf } from './cut-off-of.ts';
import { type Frozen, freeze, thaw } from './frozen-content.ts';
import { countDestroyed, loadPackContent } from './load-pack-content.ts';
import { screenContent } from './screen-content.ts';

const SELECT = {
  id: true,
  planId: true,
  recommendationIds: true,
  marking: true,
  audience: true,
  coverNote: true,
  cutOff: true,
  reviewId: true,
  requestedById: true,
  requestedAt: true,
  content: true,
  contentSha256: true,
} as const;

/**
 * What a pack says, frozen: put together once, when it was asked for, so that a building that is resumed or repeated
 * gives the same bytes. It is put together anew only when something of the plan was destroyed since, or when what was
 * kept is damaged. Seals the history first. Of two at once both get the same.
 */
export async function frozenPack(ctx: Pick<Context, 'db' | 'requestId'>, packId: string): Promise<Frozen> {
  const row = await loadRow(ctx, packId);
  const kept = await stillGood(ctx, row);
  if (kept) return kept;
  const checkpoint = await sealAudit(ctx);
  const made = await putTogether(ctx, row, { ...checkpoint, at: new Date().toISOString() });
  const body = await freeze(made);
  const { count } = await ctx.db.pack.updateMany({
    // Whoever was first has frozen it: what was read above must still stand there.
    where: { id: packId, contentSha256: row.contentSha256 },
    data: body,
  });
  if (count > 0) return made;
  const other = await stillGood(ctx, await loadRow(ctx, packId));
  return other ?? made;
}

type Row = Awaited<ReturnType<typeof loadRow>>;

async function loadRow({ db }: Pick<Context, 'db'>, packId: string) {
  const row = await db.pack.findUnique({ where: { id: packId }, select: SELECT });
  if (!row) throw notFound('pack');
  return row;
}

async function stillGood({ db }: Pick<Context, 'db'>, row: Row): Promise<Frozen | null> {
  const { content, contentSha256, planId } = row;
  if (content === null || contentSha256 === null) return null;
  const frozen = await thaw({ content, contentSha256 });
  if (!frozen) return null;
  const destroyed = await inTransaction(db, (tx) => countDestroyed(tx, planId));
  return destroyed === frozen.destroyed ? frozen : null;
}

/** As whoever asked would have read the plan at the moment of asking. */
async function putTogether(
  ctx: Pick<Context, 'db' | 'requestId'>,
  row: Row,
  audit: { sequence: number; hash: string; at: string },
): Promise<Frozen> {
  const scope = await scopeOfAsking(ctx, row);
  const cutOff = toIsoDateOrNull(row.cutOff);
  const asked = { planId: row.planId, cutOff, reviewId: row.reviewId };
  const request = {
    packId: row.id,
    planId: row.planId,
    recommendationIds: row.recommendationIds,
    marking: row.marking === 'OFFICIAL' ? ('OFFICIAL' as const) : ('OFFICIAL_SENSITIVE' as const),
    audience: row.audience,
    coverNote: row.coverNote,
    cutOff: await cutOffOf(ctx.db, scope, asked),
    snapshot: await snapshotOf(ctx, scope, row),
    audit,
  };
  const { content, destroyed } = await loadPackContent(ctx.db, scope, request);
  return { content: await screenContent(ctx.db, scope, row.planId, content), destroyed };
}

async function snapshotOf({ db }: Pick<Context, 'db'>, scope: Scope, { planId, reviewId }: Row) {
  if (reviewId === null) return null;
  const row = await db.snapshot.findFirst({ where: { planId, reviewId }, select: { id: true } });
  return row && loadSnapshot(db, scope, row.id);
}

async function scopeOfAsking({ db, requestId }: Pick<Context, 'db' | 'requestId'>, row: Row): Promise<Scope> {
  const { requestedById, requestedAt } = row;
  const user = await db.user.findUnique({ where: { id: requestedById }, select: { name: true } });
  const moment = { today: londonDate(requestedAt), now: requestedAt, requestId };
  return systemScope({ userId: requestedById, userName: user?.name ?? '' }, moment);
}
