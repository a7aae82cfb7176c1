import type pg from 'pg';
import { JOBS_SCHEMA } from '../roles.ts';
import { MigrationError } from './migration-error.ts';
import type { MigrationFile } from './migration-files.ts';

/** What a database says about its own history. */
export interface MigrationState {
  /** Migrations of this build that the database does not have yet, oldest first. */
  readonly pending: readonly MigrationFile[];
  /** Mark of the rights that were given last, or `null`. */
  readonly grants: string | null;
}

interface Row {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

/**
 * Reads the history of a database and compares it with the migrations of this build.
 *
 * @throws {MigrationError} when the database is from a newer build, holds a migration that failed or was edited, or
 * holds tables of something else
 */
export async function readState(client: pg.Client, files: readonly MigrationFile[]): Promise<MigrationState> {
  const present = await client.query<{ history: boolean; tables: string; grants: string | null }>(
    `SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS history,
            (SELECT count(*) FROM pg_tables WHERE schemaname = 'public') AS tables,
            obj_description(to_regnamespace($1), 'pg_namespace') AS grants`,
    [JOBS_SCHEMA],
  );
  const [first] = present.rows;
  if (first?.history !== true) {
    if (Number(first?.tables ?? 0) > 0) throw foreignTables();
    return { pending: files, grants: null };
  }
  const rows = await client.query<Row>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
       FROM public._prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  const applied = new Map(rows.rows.filter((row) => row.finished).map((row) => [row.name, row]));
  refuseUnknown(rows.rows, files);
  refuseFailed(rows.rows);
  refuseEdited(applied, files);
  return { pending: files.filter((file) => !applied.has(file.name)), grants: first.grants };
}

function refuseUnknown(rows: readonly Row[], files: readonly MigrationFile[]): void {
  const known = new Set(files.map((file) => file.name));
  const unknown = rows.find((row) => !known.has(row.name));
  if (unknown === undefined) return;
  throw new MigrationError(
    'newer',
    `This database was last used by a newer version of Golden Thread (it has "${unknown.name}", which this version ` +
      'does not know). Start that version or a later one, or restore a backup made by this version. Nothing was changed.',
  );
}

function refuseFailed(rows: readonly Row[]): void {
  const failed = rows.find((row) => !row.finished);
  if (failed === undefined) return;
  throw new MigrationError(
    'failedBefore',
    `An earlier update of this database stopped half-way (at "${failed.name}"). Restore the backup made before ` +
      'that update and start again. Nothing was changed.',
  );
}

function refuseEdited(applied: ReadonlyMap<string, Row>, files: readonly MigrationFile[]): void {
  const edited = files.find((file) => {
    const row = applied.get(file.name);
    return row !== undefined && row.checksum !== file.checksum;
  });
  if (edited === undefined) return;
  throw new MigrationError(
    'edited',
    `The migration "${edited.name}" of this version is not the one this database was made with. ` +
      'Put the original file back, or start with an empty database. Nothing was changed.',
  );
}

function foreignTables(): MigrationError {
  return new MigrationError(
    'notEmpty',
    'This database holds tables of something other than Golden Thread. Give it an empty database. Nothing was changed.',
  );
}
