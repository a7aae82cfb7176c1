import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { createBlankDatabase } from '../testing/create-test-database.ts';
import { testServer } from '../testing/with-test-database.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS_DIR, readMigrations, SCHEMA_DIR } from './migration-files.ts';
import { schemaDifference } from './schema-difference.ts';
import { writeMigration } from './write-migration.ts';

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

async function blank(): Promise<string> {
  const database = await createBlankDatabase(testServer());
  cleanUps.push(database.drop);
  return database.ownerUrl;
}

/** A copy of the product's migrations that a test may change. */
function copyOfMigrations(): string {
  const dir = mkdtempSync(join(tmpdir(), 'gt-migrations-'));
  cleanUps.push(() => rmSync(dir, { recursive: true }));
  cpSync(MIGRATIONS_DIR, dir, { recursive: true });
  return dir;
}

function addMigration(dir: string, name: string, sql: string): void {
  mkdirSync(join(dir, name), { recursive: true });
  writeFileSync(join(dir, name, 'migration.sql'), sql);
}

async function query<R extends pg.QueryResultRow>(url: string, sql: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(sql)).rows;
  } finally {
    await client.end();
  }
}

const NEXT = '29990101000000_next';

describe('migrate', () => {
  it('brings an empty database up to date, and does nothing the second time', async () => {
    const url = await blank();
    const names = readMigrations().map((file) => file.name);
    expect(names.length).toBeGreaterThan(0);
    expect(await migrate(url)).toEqual({ applied: names });
    expect(await migrate(url)).toEqual({ applied: [] });
  });

  it('leaves the history as Prisma’s own command writes it', async () => {
    const url = await blank();
    await migrate(url);
    const rows = await query<{ name: string; checksum: string; steps: number; done: boolean }>(
      url,
      `SELECT migration_name AS name, checksum, applied_steps_count AS steps, finished_at IS NOT NULL AS done
         FROM _prisma_migrations ORDER BY migration_name`,
    );
    expect(rows).toEqual(
      readMigrations().map(({ name, checksum }) => ({ name, checksum, steps: 1, done: true })),
    );
  });

  it('lets several servers start at once', async () => {
    const url = await blank();
    const results = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    const applied = results.flatMap((result) => result.applied);
    expect(applied).toEqual(readMigrations().map((file) => file.name));
  });

  it('says so when another server holds the turn for too long', async () => {
    const url = await blank();
    const holder = new pg.Client({ connectionString: url });
    await holder.connect();
    await holder.query('SELECT pg_advisory_lock(72011937)');
    await expect(migrate(url, { lockTimeoutMs: 100 })).rejects.toMatchObject({ problem: 'busy' });
    await holder.end();
  });

  it('refuses a database from a newer version, unchanged', async () => {
    const url = await blank();
    const dir = copyOfMigrations();
    addMigration(dir, NEXT, 'CREATE TABLE next_version (id int);');
    await migrate(url, { dir });
    await expect(migrate(url)).rejects.toMatchObject({
      problem: 'newer',
      message: expect.stringContaining('newer version of Golden Thread'),
    });
  });

  it('applies a later migration to a database in use, and gives its tables to the serving role', async () => {
    const url = await blank();
    await migrate(url);
    const dir = copyOfMigrations();
    addMigration(dir, NEXT, 'CREATE TABLE next_version (id int);');
    expect(await migrate(url, { dir })).toEqual({ applied: [NEXT] });
    const rows = await query<{ may: boolean }>(
      url,
      `SELECT has_table_privilege('golden_thread_app', 'next_version', 'UPDATE') AS may`,
    );
    expect(rows).toEqual([{ may: true }]);
  });

  it('keeps nothing of a migration that fails, and refuses to go on after it', async () => {
    const url = await blank();
    await migrate(url);
    const dir = copyOfMigrations();
    addMigration(dir, NEXT, 'CREATE TABLE half (id int);\nSELECT 1 / 0;');
    await expect(migrate(url, { dir })).rejects.toMatchObject({ problem: 'failed' });
    expect(await query(url, `SELECT 1 FROM pg_tables WHERE tablename = 'half'`)).toEqual([]);
    await expect(migrate(url, { dir })).rejects.toMatchObject({ problem: 'failedBefore' });
  });

  it('hands a script to the server whole: functions, texts and comments may hold semicolons', async () => {
    const url = await blank();
    const dir = copyOfMigrations();
    addMigration(
      dir,
      NEXT,
      `-- one; two
       CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 1; END; $$;
       CREATE TABLE text_with_semicolon (a text DEFAULT 'x;y');`,
    );
    await migrate(url, { dir });
    expect(await query(url, 'SELECT one()')).toEqual([{ one: 1 }]);
  });

  it('refuses a migration that was edited after it was applied', async () => {
    const url = await blank();
    const dir = copyOfMigrations();
    addMigration(dir, NEXT, 'CREATE TABLE one (id int);');
    await migrate(url, { dir });
    addMigration(dir, NEXT, 'CREATE TABLE two (id int);');
    await expect(migrate(url, { dir })).rejects.toMatchObject({ problem: 'edited' });
  });

  it('refuses a database that belongs to something else', async () => {
    const url = await blank();
    await query(url, 'CREATE TABLE somebody_elses (id int)');
    await expect(migrate(url)).rejects.toMatchObject({ problem: 'notEmpty' });
  });

  it('says where it looked when the database cannot be reached, without the password', async () => {
    const error = await migrate('postgresql://me:hush@127.0.0.1:1/plan').catch((e) => e);
    expect(error).toMatchObject({
      problem: 'unreachable',
      message: expect.stringContaining('plan on 127.0.0.1:1'),
    });
    expect(error.message).not.toContain('hush');
  });

  it('works with a login that owns only its database, and says what is missing when it may not make roles', async () => {
    const url = await blank();
    const database = new URL(url).pathname.slice(1);
    const login = `login_${database}`;
    await query(url, `CREATE ROLE ${login} LOGIN PASSWORD 'p'; ALTER DATABASE ${database} OWNER TO ${login}`);
    cleanUps.push(() => query(testServer().ownerUrl.replace(/\/[^/]*$/, '/postgres'), `DROP ROLE ${login}`));
    const own = new URL(url);
    own.username = login;
    own.password = 'p';
    await expect(migrate(own.toString())).rejects.toMatchObject({
      problem: 'role',
      message: expect.stringContaining('GRANT golden_thread_app TO'),
    });
    await query(url, `GRANT golden_thread_app TO ${login}`);
    await migrate(own.toString());
  });
});

describe('the schema', () => {
  it('agrees with a freshly migrated database', async () => {
    const url = await blank();
    await migrate(url);
    expect(await schemaDifference(url)).toBe('');
  });

  it('is found to differ when the database has been changed by hand', async () => {
    const url = await blank();
    await migrate(url);
    await query(url, 'ALTER TABLE "user" DROP COLUMN "image"');
    expect(await schemaDifference(url)).toContain('ADD COLUMN     "image" TEXT');
  });

  it('becomes a migration that makes the two agree', async () => {
    const schemaDir = mkdtempSync(join(tmpdir(), 'gt-schema-'));
    cleanUps.push(() => rmSync(schemaDir, { recursive: true }));
    cpSync(SCHEMA_DIR, schemaDir, { recursive: true });
    writeFileSync(join(schemaDir, 'extra.prisma'), 'model Extra {\n  id String @id\n\n  @@map("extra")\n}\n');
    const migrationsDir = copyOfMigrations();
    const file = await writeMigration({ ownerUrl: await blank(), name: 'extra', migrationsDir, schemaDir });
    expect(file).toMatch(/\d{14}_extra\/migration\.sql$/);
    const url = await blank();
    await migrate(url, { dir: migrationsDir });
    expect(await schemaDifference(url, schemaDir)).toBe('');
    expect(
      await writeMigration({ ownerUrl: await blank(), name: 'none', migrationsDir, schemaDir }),
    ).toBeNull();
  });
});
