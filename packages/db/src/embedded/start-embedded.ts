import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { APP_ROLE } from '../roles.ts';
import { type Account, serviceAccount } from './account.ts';
import { address, DATABASE_NAME } from './address.ts';
import { type Binaries, findBinaries, versionOf } from './binaries.ts';
import { choosePort, rememberedPort } from './choose-port.ts';
import { EmbeddedError, systemCode } from './embedded-error.ts';
import { lockFolder } from './folder-lock.ts';
import { initialiseCluster, OWNER_ROLE } from './initialise-cluster.ts';
import { findPostmaster, type Postmaster, startPostmaster, stopPostmaster } from './postmaster.ts';
import { answers, prepareDatabase } from './prepare-database.ts';
import { secretFile } from './secret-file.ts';
import { clusterFolder, reachableBinaries } from './shelter.ts';

export interface EmbeddedOptions {
  /** Folder for the database, its passwords, port and log; made when it is missing. */
  readonly dataDir: string;
  /** Port on 127.0.0.1; a free one, remembered in the folder, when not given. */
  readonly port?: number;
  /** False for throw-away databases: nothing waits for the disk, a power cut may lose everything. */
  readonly durable?: boolean;
  readonly maxConnections?: number;
}

export interface Embedded {
  /** Address for serving: logs in as the application's role, which may not change the audit. */
  readonly url: string;
  /** Address for migrating and for backups: logs in as the owner. */
  readonly ownerUrl: string;
  /** True when a server was found running, left behind by a killed process. */
  readonly adopted: boolean;
  readonly pid: number;
  readonly port: number;
  /** Shuts the server down in an orderly way and frees the folder. May be called more than once. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with the product, on a data folder of its own, listening on 127.0.0.1 only.
 *
 * @throws {EmbeddedError} with a sentence for the person at the terminal: folder in use, not writable, of another
 * version; port taken
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = resolve(options.dataDir);
  makeFolder(dataDir);
  const unlock = lockFolder(dataDir);
  try {
    return await startLocked(options, dataDir, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

interface Place {
  readonly dataDir: string;
  readonly cluster: string;
  readonly account: Account;
  readonly binaries: Binaries;
  readonly ownerPassword: string;
}

async function startLocked(options: EmbeddedOptions, dataDir: string, unlock: () => void): Promise<Embedded> {
  const account = serviceAccount();
  const installed = await findBinaries();
  const cluster = clusterFolder(dataDir, account);
  const version = existsSync(join(cluster, 'PG_VERSION'))
    ? readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
    : null;
  const shipped = versionOf(installed);
  const major = Number.parseInt(shipped, 10);
  if (version !== null && Number(version) !== major) throw otherVersion(dataDir, version, major);
  if (version !== null && !existsSync(join(dataDir, 'owner.secret'))) throw passwordLost(dataDir);
  const binaries = reachableBinaries(installed, account, shipped);
  const ownerPassword = secretFile(join(dataDir, 'owner.secret'));
  const place: Place = { dataDir, cluster, account, binaries, ownerPassword };
  const durable = options.durable ?? true;
  if (version === null) {
    await initialiseCluster({ ...place, password: ownerPassword, durable });
  }
  const running = await adopt(place, options.port);
  const postmaster = running ?? (await start(place, options, durable));
  try {
    const appPassword = secretFile(join(dataDir, 'app.secret'));
    const ownerUrl = address(OWNER_ROLE, ownerPassword, postmaster.port);
    await prepareDatabase({ ownerUrl, database: DATABASE_NAME, appPassword });
    return {
      url: address(APP_ROLE, appPassword, postmaster.port),
      ownerUrl,
      adopted: running !== null,
      pid: postmaster.mark.pid,
      port: postmaster.port,
      stop: async () => {
        await stopPostmaster(postmaster.mark);
        unlock();
      },
    };
  } catch (error) {
    await stopPostmaster(postmaster.mark);
    throw error;
  }
}

/** A server left behind by a killed process: taken over when it answers as ours, stopped when it does not. */
async function adopt(place: Place, wantedPort: number | undefined): Promise<Postmaster | null> {
  const found = findPostmaster(place.cluster);
  if (found === null) return null;
  const portFits = wantedPort === undefined || wantedPort === found.port;
  const url = address(OWNER_ROLE, place.ownerPassword, found.port, 'postgres');
  if (portFits && (await answers(url, place.cluster))) return found;
  await stopPostmaster(found.mark);
  return null;
}

async function start(place: Place, options: EmbeddedOptions, durable: boolean): Promise<Postmaster> {
  const portFile = join(place.dataDir, 'port');
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: String(options.maxConnections ?? 60),
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The default, 4, is of discs that turn: it reads a whole table where an index would do.
    random_page_cost: '1.1',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const port = options.port ?? (await choosePort(attempt === 0 ? rememberedPort(portFile) : undefined));
    const started = await startPostmaster({
      ...place,
      port,
      settings,
      logFile: join(place.dataDir, 'postgres.log'),
    });
    if (started !== 'portTaken') {
      if (options.port === undefined) writeFileSync(portFile, `${port}\n`);
      return started;
    }
    if (options.port !== undefined) break;
  }
  throw new EmbeddedError(
    'portTaken',
    `Port ${options.port ?? ''} on 127.0.0.1 is used by another program, so the built-in PostgreSQL cannot listen on it. ` +
      'Stop that program or choose another port.',
  );
}

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    // Root runs PostgreSQL as another account, which must be able to pass through; everything inside is closed to it.
    if (process.getuid?.() === 0) chmodSync(dataDir, statSync(dataDir).mode | 0o011);
    const probe = join(dataDir, `.writable-${process.pid}`);
    writeFileSync(probe, '', { flag: 'w' });
    rmSync(probe, { force: true });
  } catch (error) {
    const code = systemCode(error);
    const why =
      code === 'ENOSPC'
        ? 'the disk is full'
        : code === 'ENOTDIR' || code === 'EEXIST'
          ? 'it is a file, not a folder'
          : 'this user may not write there';
    throw new EmbeddedError(
      'folderNotWritable',
      `The data folder ${dataDir} cannot be used: ${why}. Choose another data folder or change its permissions.`,
    );
  }
}

function otherVersion(dataDir: string, found: string, wanted: number): EmbeddedError {
  return new EmbeddedError(
    'otherVersion',
    `The data folder ${dataDir} holds a database of PostgreSQL ${found}, but this build comes with PostgreSQL ${wanted}. ` +
      'Start it with the build that made it and make a backup, then restore the backup into an empty data folder.',
  );
}

function passwordLost(dataDir: string): EmbeddedError {
  return new EmbeddedError(
    'notOurs',
    `The data folder ${dataDir} holds a database, but its password file owner.secret is missing. ` +
      'Put the file back from a backup, or choose another data folder.',
  );
}
