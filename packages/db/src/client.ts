import { PrismaPg } from '@prisma/adapter-pg';
import { DatabaseError } from './database-error.ts';
import { PrismaClient } from './generated/client.ts';
import { OneQueryClient } from './one-query-client.ts';
import { poolConfig } from './pool-config.ts';

/** The typed client: one property per table. Reads may use it directly, writes go through `inTransaction`. */
export type Db = PrismaClient;

/** The same client inside a transaction. */
export type Tx = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$use' | '$extends' | '$transaction'
>;

export interface DatabaseOptions {
  /** Largest number of connections this process holds; 10 when not given. */
  readonly poolSize?: number;
  /**
   * Role the connections act as, when the login in the address is not the serving role itself (a database with
   * one login). See docs/decisions on database roles.
   */
  readonly role?: string;
  /** Name shown in pg_stat_activity. */
  readonly applicationName?: string;
}

export interface Database {
  readonly db: Db;
  /** Resolves when the database answers; throws a `DatabaseError` with kind `unavailable` when it does not. */
  ping(): Promise<void>;
  /** Waits for running statements and closes every connection. */
  close(): Promise<void>;
}

/**
 * Opens a pool of connections to PostgreSQL. Connects lazily: the first statement connects.
 *
 * Statements are cut off after 30 seconds and connecting after 10, both as `DatabaseError`-translatable errors.
 *
 * @param url `postgresql://user:password@host:port/database`
 */
export function createDatabase(url: string, options: DatabaseOptions = {}): Database {
  const adapter = new PrismaPg(
    { ...poolConfig(url, options), Client: OneQueryClient },
    {
      // A connection that breaks while idle is replaced by the pool; the next statement reports what matters.
      onPoolError: () => undefined,
      onConnectionError: () => undefined,
    },
  );
  const db = new PrismaClient({
    adapter,
    // 'minimal' keeps arguments (what people typed) out of error messages.
    errorFormat: 'minimal',
    transactionOptions: { maxWait: 10_000, timeout: 30_000 },
  });
  return {
    db,
    async ping() {
      try {
        await db.$queryRaw`SELECT 1`;
      } catch {
        throw new DatabaseError({ kind: 'unavailable' }, 'ping failed');
      }
    },
    close: () => db.$disconnect(),
  };
}
