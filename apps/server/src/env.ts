/** The only place that reads the environment. Every variable is in the README's table. */

export type RunMode = 'sample' | 'empty' | 'production';

export type Env = {
  mode: RunMode;
  host: string;
  port: number;
  dataDir: string;
  /** Any PostgreSQL 15 or newer; undefined → the embedded one, in the data folder. */
  databaseUrl: string | undefined;
  /** Signs session cookies. Undefined outside production → made once and kept in the data folder. */
  secret: string | undefined;
  publicUrl: string;
  /** Proxies whose word about the visitor's address is believed: addresses, ranges, or "loopback". */
  trustProxy: string[];
  smtpUrl: string | undefined;
  mailFrom: string;
  webDir: string;
  logLevel: string;
};

/** A setting that stops the start, in words for whoever runs the server. */
export class EnvProblem extends Error {}

const MODES: readonly RunMode[] = ['sample', 'empty', 'production'];

/**
 * Reads and checks the settings. Throws EnvProblem with one sentence for the first wrong one.
 * Production wants a secret of its own and the address people use.
 */
export function readEnv(source: NodeJS.ProcessEnv, webDir: string): Env {
  const mode = (source.GOLDEN_THREAD_MODE ?? 'sample') as RunMode;
  if (!MODES.includes(mode))
    throw new EnvProblem(`GOLDEN_THREAD_MODE is "${mode}". Use sample, empty or production.`);
  const port = Number(source.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new EnvProblem(`PORT is "${source.PORT}". Use a whole number from 1 to 65535.`);
  }
  // Sample accounts have published passwords, so they are never offered beyond this machine.
  const host =
    mode === 'sample' ? '127.0.0.1' : (source.HOST ?? (mode === 'production' ? '0.0.0.0' : '127.0.0.1'));
  const secret = source.GOLDEN_THREAD_SECRET;
  if (mode === 'production' && (secret === undefined || secret.length < 32)) {
    throw new EnvProblem(
      'GOLDEN_THREAD_SECRET is missing or shorter than 32 characters. Set it to a long random text (for example the output of "openssl rand -base64 48") and keep it: changing it signs everybody out.',
    );
  }
  const publicUrl = readPublicUrl(source.PUBLIC_URL, mode);
  return {
    mode,
    host,
    port,
    dataDir: source.DATA_DIR ?? '.data',
    databaseUrl: source.DATABASE_URL,
    secret,
    publicUrl,
    trustProxy: readProxies(source.TRUST_PROXY, mode),
    smtpUrl: source.SMTP_URL,
    mailFrom: source.MAIL_FROM ?? 'Golden Thread <no-reply@localhost>',
    webDir: source.WEB_DIR ?? webDir,
    logLevel: source.LOG_LEVEL ?? (mode === 'production' ? 'info' : 'warn'),
  };
}

/** Cookies and one-time links travel over this address, so production wants https, except for a trial on one machine. */
function readPublicUrl(given: string | undefined, mode: RunMode): string {
  if (!given) {
    if (mode !== 'production') return '';
    throw new EnvProblem(
      'PUBLIC_URL is missing. Set it to the address people use, such as https://plan.example.org.',
    );
  }
  const url = URL.canParse(given) ? new URL(given) : null;
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    url.search !== '' ||
    url.hash !== '' ||
    url.username !== ''
  ) {
    throw new EnvProblem(
      `PUBLIC_URL is "${given}". Use the whole address people use, such as https://plan.example.org.`,
    );
  }
  const isThisMachine = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (mode === 'production' && url.protocol === 'http:' && !isThisMachine) {
    throw new EnvProblem(
      'PUBLIC_URL begins with http://, so passwords and sessions could be read on the way. Put the server behind https and use that address.',
    );
  }
  return given.replace(/\/+$/, '');
}

const PROXY = /^(loopback|linklocal|uniquelocal|[0-9a-f.:]+(\/\d{1,3})?)$/i;

/** Whoever is believed here can evade every limit on attempts, so the default is a proxy on this machine only. */
function readProxies(given: string | undefined, mode: RunMode): string[] {
  if (given === undefined) return mode === 'production' ? ['loopback'] : [];
  const proxies = given.split(',').map((item) => item.trim());
  const wrong = proxies.find((item) => item !== '' && !PROXY.test(item));
  if (wrong !== undefined) {
    throw new EnvProblem(
      `TRUST_PROXY holds "${wrong}". List the addresses of your proxies, such as "10.0.0.5, 10.1.0.0/16", or "loopback".`,
    );
  }
  return proxies.filter((item) => item !== '');
}
