import pg from 'pg';
import { CONNECT_TIMEOUT_MS } from '../pool-config.ts';
import { ensureAppRole } from './ensure-app-role.ts';
import { GRANTS_MARK, GRANTS_SQL } from './grants.ts';
import { MigrationError } from './migration-error.ts';
import { MIGRATIONS_DIR, type MigrationFile, readMigrations } from './migration-files.ts';
import { type MigrationState, readState } from './migration-state.ts';

/** Any number, the same in every version: servers that start together wait for one another on it. */
const LOCK_KEY = 72_011_937;

export interface MigrateOptions {
  /** Folder of migrations; the product's own when not given. */
  readonly dir?: string;
  /** How long to wait for another server that is migrating, in milliseconds; 120,000 when not given. */
  readonly lockTimeoutMs?: number;
}

export interface MigrateResult {
  /** Names of the migrations applied just now; empty when the database was up to date. */
  readonly applied: readonly string[];
}

/**
 * Brings a database up to this build: applies the missing migrations, makes the serving role and gives it its
 * rights. Does nothing, quickly, when all of that is there. Servers that start at once take turns.
 *
 * @param ownerUrl address with the rights to change the schema
 * @throws {MigrationError} with a sentence; the database is then as it was
 */
export async function migrate(ownerUrl: string, options: MigrateOptions = {}): Promise<MigrateResult> {
  const dir = options.dir ?? MIGRATIONS_DIR;
  const files = readMigrations(dir);
  const client = await connect(ownerUrl);
  try {
    await refuseOldServer(client);
    if (await isCurrentAlready(client, files)) return { applied: [] };
    await lock(client, options.lockTimeoutMs ?? 120_000);
    const state = await readState(client, files);
    if (isCurrent(state)) return { applied: [] };
    await ensureAppRole(client);
    const applied = state.pending.length === 0 ? [] : await apply(ownerUrl, dir, files);
    await client.query(GRANTS_SQL);
    return { applied };
  } finally {
    // Ending the connection gives the lock free as well.
    await client.end();
  }
}

/** A quick look before anybody waits. What another server is in the middle of is judged when it has let go. */
async function isCurrentAlready(client: pg.Client, files: readonly MigrationFile[]): Promise<boolean> {
  try {
    return isCurrent(await readState(client, files));
  } catch (error) {
    if (error instanceof MigrationError) return false;
    throw error;
  }
}

function isCurrent(state: MigrationState): boolean {
  return state.pending.length === 0 && state.grants === GRANTS_MARK;
}

async function apply(ownerUrl: string, dir: string, files: readonly MigrationFile[]): Promise<string[]> {
  // Loaded only when there is something to apply: it is 3 MB of WebAssembly, and most starts do not need it.
  const { applyMigrations } = await import('./apply-migrations.ts');
  return applyMigrations(ownerUrl, dir, files);
}

async function connect(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'golden-thread-migrate',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const { hostname, port, pathname } = new URL(ownerUrl);
    const why = error instanceof Error ? error.message : String(error);
    throw new MigrationError(
      'unreachable',
      `The database ${pathname.slice(1)} on ${hostname}:${port || '5432'} cannot be reached: ${why || 'no answer'}. ` +
        'Check DATABASE_URL, and that PostgreSQL is running.',
    );
  }
  return client;
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const shown = await client.query<{ version: string }>(
    `SELECT current_setting('server_version_num') AS version`,
  );
  const major = Math.floor(Number(shown.rows[0]?.version ?? 0) / 10_000);
  if (major >= 15) return;
  throw new MigrationError(
    'tooOld',
    `Golden Thread needs PostgreSQL 15 or newer; this server is version ${major}.`,
  );
}

async function lock(client: pg.Client, timeoutMs: number): Promise<void> {
  await client.query(`SELECT set_config('lock_timeout', $1, false)`, [`${timeoutMs}ms`]);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK_KEY]);
  } catch {
    throw new MigrationError(
      'busy',
      'Another server has been updating this database for a long time. Wait for it to finish, then start again.',
    );
  }
}
