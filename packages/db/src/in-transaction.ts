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

type LastWork = () => Promise<void>;

/** What is still to be done in each open transaction, by the transaction. */
const last = new WeakMap<object, LastWork[]>();

/**
 * Does something as the last part of a transaction, once everything else in it has been done: for what is gathered
 * while many rows are written, and said once. Outside `inTransaction` it is done at once.
 */
export async function atEnd(tx: Tx, work: LastWork): Promise<void> {
  const waiting = last.get(tx);
  if (waiting) waiting.push(work);
  else await work();
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
      return await db.$transaction((tx) => toTheEnd(tx, work), {
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

async function toTheEnd<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const waiting: LastWork[] = [];
  // A transaction that joins one already open has an end of its own.
  const outer = last.get(tx);
  last.set(tx, waiting);
  try {
    const result = await work(tx);
    // What is done at the end may itself leave something to be done.
    for (let next = waiting.shift(); next; next = waiting.shift()) await next();
    return result;
  } finally {
    if (outer) last.set(tx, outer);
    else last.delete(tx);
  }
}
