import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createDatabase, type Database, type Db } from '../client.ts';
import type { TestServer } from './test-server.ts';

/** A migrated, empty database of a test's own. */
export interface TestDatabase {
  /** Client with the rights of the serving application. */
  readonly db: Db;
  readonly database: Database;
  /** Address that logs in as the serving role. */
  readonly url: string;
  /** Address that logs in as the owner, e.g. to damage what the application may not touch. */
  readonly ownerUrl: string;
  readonly name: string;
  /** Closes the connections and removes the database. */
  drop(): Promise<void>;
}

/**
 * Clones the template database of a test server: some tens of milliseconds for the whole schema. For tests in
 * Vitest use `withTestDatabase`, which finds the server and clears up by itself.
 */
export async function createTestDatabase(
  server: TestServer,
  options: { readonly poolSize?: number } = {},
): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asOwner(server, (client) =>
    client.query(
      `CREATE DATABASE ${client.escapeIdentifier(name)} TEMPLATE ${client.escapeIdentifier(server.template)}`,
    ),
  );
  const url = onDatabase(server.url, name);
  const database = createDatabase(url, {
    poolSize: options.poolSize ?? 5,
    applicationName: 'golden-thread-test',
  });
  return {
    db: database.db,
    database,
    url,
    ownerUrl: onDatabase(server.ownerUrl, name),
    name,
    async drop() {
      await database.close();
      await asOwner(server, (client) =>
        client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`),
      );
    },
  };
}

/** An empty database without any table, for tests of the migrations themselves. */
export async function createBlankDatabase(
  server: TestServer,
): Promise<{ ownerUrl: string; drop(): Promise<void> }> {
  const name = `blank_${randomBytes(8).toString('hex')}`;
  await asOwner(server, (client) => client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`));
  return {
    ownerUrl: onDatabase(server.ownerUrl, name),
    drop: () =>
      asOwner(server, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
      }),
  };
}

function onDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.toString();
}

async function asOwner<T>(server: TestServer, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: onDatabase(server.ownerUrl, 'postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
