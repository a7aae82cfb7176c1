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
  const publicUrl = source.PUBLIC_URL?.replace(/\/+$/, '');
  if (mode === 'production' && !publicUrl) {
    throw new EnvProblem(
      'PUBLIC_URL is missing. Set it to the address people use, such as https://plan.example.org.',
    );
  }
  return {
    mode,
    host,
    port,
    dataDir: source.DATA_DIR ?? '.data',
    databaseUrl: source.DATABASE_URL,
    secret,
    publicUrl: publicUrl ?? '',
    smtpUrl: source.SMTP_URL,
    mailFrom: source.MAIL_FROM ?? 'Golden Thread <no-reply@localhost>',
    webDir: source.WEB_DIR ?? webDir,
    logLevel: source.LOG_LEVEL ?? (mode === 'production' ? 'info' : 'warn'),
  };
}
