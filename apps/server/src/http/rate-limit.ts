import { DomainError } from '@gt/api';
import type { Db } from '@gt/db';

export type Limit = { key: string; cost: number; max: number; windowSeconds: number };

/**
 * Counts in PostgreSQL, so that any number of server processes share one count. Throws TOO_MANY_REQUESTS with the
 * time to wait once `max` is passed within the window.
 */
export async function takeFromLimit(db: Db, limit: Limit, now: Date): Promise<void> {
  const windowMs = limit.windowSeconds * 1000;
  const [row] = await db.$queryRaw<{ count: number; lastRequest: bigint }[]>`
    INSERT INTO "rate_limit" AS r ("id", "key", "count", "lastRequest")
    VALUES (gen_random_uuid()::text, ${limit.key}, ${limit.cost}, ${now.getTime()})
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN r."lastRequest" + ${windowMs} < ${now.getTime()} THEN ${limit.cost} ELSE r."count" + ${limit.cost} END,
      "lastRequest" = CASE WHEN r."lastRequest" + ${windowMs} < ${now.getTime()} THEN ${now.getTime()} ELSE r."lastRequest" END
    RETURNING "count", "lastRequest"`;
  if (row && row.count > limit.max) {
    const seconds = Math.max(1, Math.ceil((Number(row.lastRequest) + windowMs - now.getTime()) / 1000));
    const wait = seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} seconds`;
    throw new DomainError('TOO_MANY_REQUESTS', `Too many attempts. Wait ${wait} and try again.`);
  }
}

/** Forgets a count, after a sign-in that worked. */
export async function clearLimit(db: Db, key: string): Promise<void> {
  await db.rateLimit.deleteMany({ where: { key } });
}
