import { setTimeout as delay } from 'node:timers/promises';
import type { Db, Tx } from './client.ts';
import { toDatabaseError, translateDatabaseError } from './database-error.ts';

export interface TransactionOptions {
  /** PostgreSQL isolation level; read committed when not given. */
  readonly isolation?: 'ReadCommitted' | 'RepeatableRead' | 'Serializable';
  /** How often the work is tried again after a serialization failure or deadlock; 3 when not given. */
  readonly retries?: number;
  /** Longest time the transaction may be open, in milliseconds; 30,000 when not given. */
  readonly timeoutMs?: number;
}

/**
 * Runs `work` in one transaction: all of it is kept, or none.
 *
 * `work` may run more than once (after a serialization failure or a deadlock), so it must have no effect outside
 * the transaction. Errors of the database come out as `DatabaseError`; every other error comes out untouched, after
 * the roll-back.
 */
export async function inTransaction<T>(
  db: Db,
  work: (tx: Tx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const retries = options.retries ?? 3;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await db.$transaction(work, {
        ...(options.isolation === undefined ? {} : { isolationLevel: options.isolation }),
        ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
      });
    } catch (error) {
      const again = translateDatabaseError(error)?.kind === 'serialization' && attempt < retries;
      if (!again) throw toDatabaseError(error);
      // Spread out, so that the same two transactions do not meet again at once.
      await delay(10 * 2 ** attempt * (0.5 + Math.random()));
    }
  }
}
