import type { Db } from '@gt/db';
import { SCREENING_RULES } from '@gt/domain/screening';
import type { Context } from '../../core/context.ts';
import type { JobHandler } from '../../core/job-handler.ts';
import { type Screener, screenVersion } from './screen-version.ts';

/** Versions are looked up so many at once. */
const BATCH = 100;

/** Screens the one version that a job names. */
export const screenOne: JobHandler = (ctx, { versionId = '', again }) =>
  screenVersion(ctx, versionId, { again: again === 'true' });

/** Screens every version that has no result by the rules of today; with `again` all, because settings changed. */
export const screenAll: JobHandler = (ctx, data, signal) =>
  screenVersions(ctx, { again: data.again === 'true', signal });

/**
 * Screens one version after the other. What fails is left for the next time and told at the end; everything else is
 * screened all the same.
 */
export async function screenVersions(
  ctx: Context,
  of: { again: boolean; signal: AbortSignal; screen?: Screener },
): Promise<void> {
  const { signal, ...how } = of;
  let [after, firstFault]: [string, unknown] = ['', null];
  for (;;) {
    const versionIds = await versionsAfter(ctx.db, after, how.again);
    for (const versionId of versionIds) {
      signal.throwIfAborted();
      await screenVersion(ctx, versionId, how).catch((error: unknown) => {
        firstFault ??= error;
      });
    }
    const last = versionIds.at(-1);
    if (last === undefined) break;
    after = last;
  }
  if (firstFault !== null) throw firstFault;
}

async function versionsAfter(db: Db, after: string, again: boolean): Promise<string[]> {
  const rows = await db.evidenceVersion.findMany({
    where: {
      id: { gt: after },
      redactedAt: null,
      evidence: { deletedAt: null },
      ...(again ? {} : { screenings: { none: { rules: SCREENING_RULES } } }),
    },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: BATCH,
  });
  return rows.map(({ id }) => id);
}
