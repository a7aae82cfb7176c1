/**
 * Writes the database client (packages/db/src/generated) from prisma/schema.
 *
 * Works without a network: the Prisma command line insists on finding its native schema engine, which `generate`
 * never runs, so it is pointed at an executable that is certainly there. Does nothing when neither the schema nor
 * Prisma has changed since the last run. `--force` writes in any case.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const schemaDir = join(root, 'prisma', 'schema');
const output = join(root, 'packages', 'db', 'src', 'generated');
const stampFile = join(output, 'stamp.txt');

const wanted = stamp();
if (!process.argv.includes('--force') && currentStamp() === wanted) process.exit(0);

const cli = join(dirname(require.resolve('prisma/package.json')), 'build', 'index.js');
const run = spawnSync(process.execPath, [cli, 'generate', '--no-hints'], {
  cwd: root,
  encoding: 'utf8',
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
});
if (run.status !== 0) {
  process.stderr.write(`${run.stdout ?? ''}${run.stderr ?? ''}`);
  process.stderr.write('The database client could not be generated from prisma/schema.\n');
  process.exit(1);
}
const unfinished = `${stampFile}.${process.pid}`;
writeFileSync(unfinished, wanted);
renameSync(unfinished, stampFile);

/** Hash of everything the generated client depends on. */
function stamp() {
  const hash = createHash('sha256');
  hash.update(require('prisma/package.json').version);
  for (const name of readdirSync(schemaDir, { recursive: true }).map(String).sort()) {
    if (name.endsWith('.prisma')) hash.update(`\n${name}\n`).update(readFileSync(join(schemaDir, name)));
  }
  return hash.digest('hex');
}

function currentStamp() {
  return existsSync(join(output, 'client.ts')) && existsSync(stampFile)
    ? readFileSync(stampFile, 'utf8')
    : '';
}
