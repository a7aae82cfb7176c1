import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkStore, sweepFiles } from '@gt/api';
import { STORE_FINDING_LABELS } from '@gt/contracts/words';
import { APP_ROLE, createDatabase, withRole } from '@gt/db';
import { EmbeddedError, joinEmbedded, startEmbedded } from '@gt/db/embedded';
import { countOf } from '@gt/domain/wording';
import { localEvidenceStore } from '@gt/storage';
import { EnvProblem, readEnv } from './env.ts';

const HELP = `npm run -s integrity -- [options]

Holds the records against the stored files, both ways and by content: every file is read. It works beside a running
server, and without one. It changes nothing but the history, which says that the check took place.

  --json      one JSON object instead of lines
  --remove    also removes files that no record names and that are older than a day
  --help      this text

DATABASE_URL and DATA_DIR are those of the server. Exit code 0 when nothing is wrong, 1 on any finding, 2 when the
check could not be made.
`;

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const say = (line: string) => process.stdout.write(`${line}\n`);

type Opened = { url: string; stop: () => Promise<void> };

/** The database of the server: given, running beside us, or started for as long as the check takes. */
async function openDatabase(databaseUrl: string | undefined, dataDir: string): Promise<Opened> {
  const stop = async () => undefined;
  if (databaseUrl) return { url: withRole(databaseUrl, APP_ROLE), stop };
  const running = joinEmbedded(dataDir);
  return running ? { url: running, stop } : startEmbedded({ dataDir });
}

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    say(HELP.trimEnd());
    return 0;
  }
  const env = readEnv(process.env, ROOT);
  const dataDir = resolve(env.dataDir);
  if (!existsSync(dataDir))
    throw new EnvProblem(`There is no data folder ${dataDir}. Set DATA_DIR to the server's.`);
  const opened = await openDatabase(env.databaseUrl, join(dataDir, 'database'));
  const database = createDatabase(opened.url, { poolSize: 2 });
  try {
    const store = await localEvidenceStore(join(dataDir, 'files'));
    const ctx = { db: database.db, store, now: new Date(), requestId: randomUUID() };
    const found = await checkStore(ctx, { by: 'the command line' });
    const swept = await sweepFiles(ctx, { remove: args.includes('--remove') });
    if (args.includes('--json')) say(JSON.stringify({ ...found, swept }));
    else tell(found, swept, args.includes('--remove'));
    return found.total === 0 ? 0 : 1;
  } finally {
    await database.close();
    await opened.stop();
  }
}

type Found = Awaited<ReturnType<typeof checkStore>>;
type Swept = Awaited<ReturnType<typeof sweepFiles>>;

function tell({ files, named, young, total, findings }: Found, swept: Swept, isRemoved: boolean): void {
  say(
    `${countOf(files, 'file')}, ${countOf(named, 'content')} on record, ${young} younger than a day and not on record yet.`,
  );
  for (const { kind, sha256, namedBy } of findings) {
    say(`${STORE_FINDING_LABELS[kind]}: ${sha256}${namedBy.length > 0 ? ` (${namedBy.join('; ')})` : ''}`);
  }
  if (total > findings.length) say(`… and ${total - findings.length} more.`);
  if (total === 0) say('Every record has its file, and every file its record.');
  const { orphans, temporaries } = swept;
  if (orphans.length + temporaries === 0) return;
  const what = `${countOf(orphans.length, 'file')} that no record names, ${countOf(temporaries, 'unfinished upload')}`;
  say(isRemoved ? `Removed: ${what}.` : `Would be removed with --remove: ${what}.`);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const known = error instanceof EnvProblem || error instanceof EmbeddedError;
    process.stderr.write(`The check could not be made. ${known ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
