/**
 * Writes the next migration: the SQL that takes a database with all present migrations to what prisma/schema says.
 *
 *   npm run db:migration -- add_measure_points
 *
 * It starts a throw-away PostgreSQL, applies the present migrations there and compares. Read the file it writes
 * before committing it: renames come out as a drop and an add.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const node = join(root, 'node_modules', '.bin', 'node');
const run = spawnSync(
  existsSync(node) ? node : process.execPath,
  [join(root, 'packages', 'db', 'src', 'migrate', 'write-migration-command.ts'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exit(run.status ?? 1);
