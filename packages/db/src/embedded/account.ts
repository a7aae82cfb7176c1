import { execFileSync } from 'node:child_process';
import { EmbeddedError } from './embedded-error.ts';

/** The system account that PostgreSQL runs as; `null` means the account of this process. */
export type Account = { readonly uid: number; readonly gid: number } | null;

/** PostgreSQL refuses to run as root, so root starts it as the account `postgres`, made when it is missing. */
export function serviceAccount(): Account {
  if (process.getuid?.() !== 0) return null;
  const existing = find();
  if (existing !== null) return existing;
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], {
      stdio: 'ignore',
    });
  } catch {
    // Reported below, together with every other reason why there is no account.
  }
  const made = find();
  if (made !== null) return made;
  throw new EmbeddedError(
    'noAccount',
    'PostgreSQL does not run as root, and the account "postgres" could not be made. ' +
      'Start Golden Thread as an ordinary user, or set DATABASE_URL to a PostgreSQL that runs elsewhere.',
  );
}

function find(): Account {
  try {
    const uid = Number(
      execFileSync('id', ['-u', 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    );
    const gid = Number(
      execFileSync('id', ['-g', 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    );
    return Number.isInteger(uid) && uid > 0 ? { uid, gid } : null;
  } catch {
    return null;
  }
}
