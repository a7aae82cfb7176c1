import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
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

/** Takes back one count, after an attempt that was no wrong one. */
export async function giveBack(db: Db, key: string): Promise<void> {
  await db.rateLimit.updateMany({ where: { key, count: { gt: 0 } }, data: { count: { decrement: 1 } } });
}

/**
 * Counts what is done with the secret of a link within a quarter of an hour: guesses by where they come from, uses by
 * the secret. A secret that is one is no guess.
 */
export async function limitSecret<T>(
  db: Db,
  of: { what: string; secret: string; ip: string; guessesAtMost: number; usesAtMost: number; now: Date },
  work: () => Promise<T>,
): Promise<T> {
  const limit = { cost: 1, windowSeconds: 15 * 60 };
  const guesses = `${of.what}:${addressGroup(of.ip)}`;
  await takeFromLimit(db, { ...limit, key: guesses, max: of.guessesAtMost }, of.now);
  await takeFromLimit(db, { ...limit, key: secretKey(of.what, of.secret), max: of.usesAtMost }, of.now);
  let isGuess = false;
  try {
    return await work();
  } catch (error) {
    isGuess = error instanceof DomainError && error.code === 'NOT_FOUND';
    throw error;
  } finally {
    if (!isGuess) await giveBack(db, guesses);
  }
}

/** What uses of one secret are counted by: never the secret itself. */
function secretKey(what: string, secret: string): string {
  return `${what}:${createHash('sha256').update(secret).digest('hex')}`;
}

/**
 * What is counted as one visitor. An IPv6 household or machine is given 2^64 addresses (RFC 6177), so only the first
 * half counts. Example: "2001:db8:1:2:3:4:5:6" → "2001:db8:1:2::/64"; IPv4 stays whole, also when written as IPv6.
 */
export function addressGroup(ip: string): string {
  const address = ip.split('%')[0] ?? '';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!isIPv6(address)) return address;
  const [left = '', right] = address.toLowerCase().split('::');
  const before = left === '' ? [] : left.split(':');
  const after = right ? right.split(':') : [];
  const gap =
    right === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  const groups = [...before, ...gap, ...after].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${groups.join(':')}::/64`;
}
