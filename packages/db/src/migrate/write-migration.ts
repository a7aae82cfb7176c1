import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from './migrate.ts';
import { MIGRATIONS_DIR, SCHEMA_DIR } from './migration-files.ts';
import { schemaDifference } from './schema-difference.ts';

export interface WriteMigrationOptions {
  /** An empty, throw-away database. */
  readonly ownerUrl: string;
  /** Small letters, digits and underscores. */
  readonly name: string;
  readonly migrationsDir?: string;
  readonly schemaDir?: string;
}

/**
 * Writes `<timestamp>_<name>/migration.sql` with what the schema has and the migrations do not.
 *
 * @returns the path of the file, or `null` when the schema has not changed
 */
export async function writeMigration(options: WriteMigrationOptions): Promise<string | null> {
  const dir = options.migrationsDir ?? MIGRATIONS_DIR;
  await migrate(options.ownerUrl, { dir });
  const sql = await schemaDifference(options.ownerUrl, options.schemaDir ?? SCHEMA_DIR);
  if (sql.trim() === '') return null;
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const folder = join(dir, `${stamp}_${options.name}`);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'migration.sql');
  writeFileSync(file, sql.endsWith('\n') ? sql : `${sql}\n`);
  const lock = join(dir, 'migration_lock.toml');
  if (!existsSync(lock)) {
    writeFileSync(lock, '# Written with the first migration; do not edit.\nprovider = "postgresql"\n');
  }
  return file;
}
