import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../embedded/index.ts';
import { writeMigration } from './write-migration.ts';

/** The command behind `npm run db:migration -- NAME`. */
async function main(name: string | undefined): Promise<number> {
  if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
    process.stderr.write(
      'Give the migration a name in small letters, such as: npm run db:migration -- add_measures\n',
    );
    return 2;
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'golden-thread-migration-'));
  const server = await startEmbedded({ dataDir, durable: false });
  try {
    const written = await writeMigration({ ownerUrl: server.ownerUrl, name });
    process.stdout.write(
      written === null ? 'The schema has not changed; nothing was written.\n' : `${written}\n`,
    );
    return 0;
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

process.exitCode = await main(process.argv[2]);
