import { realpathSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { APP_ROLE } from '../roles.ts';

/**
 * Makes the product's database and the role it serves as, both when they are missing.
 *
 * @param appPassword the password that the serving role logs in with
 */
export async function prepareDatabase(options: {
  readonly ownerUrl: string;
  readonly database: string;
  readonly appPassword: string;
}): Promise<void> {
  const maintenance = new URL(options.ownerUrl);
  maintenance.pathname = '/postgres';
  await withClient(maintenance.toString(), async (client) => {
    const found = await client.query<{ database: boolean; role: boolean }>(
      `SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1) AS database,
              EXISTS (SELECT FROM pg_roles WHERE rolname = $2) AS role`,
      [options.database, APP_ROLE],
    );
    const [state] = found.rows;
    // Set at every start, so that a lost or restored password file heals itself.
    await client.query(
      `${state?.role === true ? 'ALTER' : 'CREATE'} ROLE ${client.escapeIdentifier(APP_ROLE)}
       LOGIN PASSWORD ${client.escapeLiteral(options.appPassword)}`,
    );
    if (state?.database !== true) {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(options.database)}`);
    }
  });
}

/**
 * True when a server with our password answers at the address and works on the given folder. Waits for a server
 * that is still starting.
 */
export async function answers(url: string, cluster: string): Promise<boolean> {
  const until = Date.now() + 15_000;
  for (;;) {
    try {
      return await withClient(url, async (client) => {
        const shown = await client.query<{ data_directory: string }>('SHOW data_directory');
        return realpathSync(shown.rows[0]?.data_directory ?? '') === realpathSync(cluster);
      });
    } catch (error) {
      const starting =
        typeof error === 'object' && error !== null && 'code' in error && error.code === '57P03';
      const refused =
        typeof error === 'object' && error !== null && 'code' in error && error.code === 'ECONNREFUSED';
      if (!(starting || refused) || Date.now() > until) return false;
      await delay(100);
    }
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
