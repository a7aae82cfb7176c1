import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import { MigrationError } from './migration-error.ts';
import type { MigrationFile } from './migration-files.ts';
import { engineMessage, withSchemaEngine } from './schema-engine.ts';

/** Tables that are not Prisma's to judge: none of ours are outside the schema files. */
export const NO_FILTER = { externalTables: [], externalEnums: [] };

/** Applies the migrations a database does not have yet, and answers their names. */
export async function applyMigrations(
  ownerUrl: string,
  dir: string,
  files: readonly MigrationFile[],
): Promise<string[]> {
  try {
    return await withSchemaEngine(ownerUrl, async (engine) => {
      const result = await engine.applyMigrations({
        migrationsList: migrationList(dir, files),
        filters: NO_FILTER,
      });
      return result.appliedMigrationNames;
    });
  } catch (error) {
    throw new MigrationError('failed', `The database could not be updated: ${engineMessage(error)}`);
  }
}

function migrationList(dir: string, files: readonly MigrationFile[]): MigrationList {
  const lockfile = join(dir, 'migration_lock.toml');
  return {
    baseDir: dir,
    lockfile: {
      path: 'migration_lock.toml',
      content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: files.map((file) => ({
      path: file.name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: file.sql } },
    })),
  };
}
