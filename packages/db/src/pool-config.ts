import type pg from 'pg';

/** A statement that runs longer than this is cut off by the server, in milliseconds. */
export const STATEMENT_TIMEOUT_MS = 30_000;

/** How long a new connection, or a free one from the pool, may take, in milliseconds. */
export const CONNECT_TIMEOUT_MS = 10_000;

/** A transaction left open and idle longer than this is ended by the server, in milliseconds. */
const IDLE_TRANSACTION_TIMEOUT_MS = 60_000;

/**
 * Settings of one pool of connections. The role is set in the start-up packet, so that no statement of a
 * connection ever runs as the login role, and a reset of the session comes back to it.
 */
export function poolConfig(
  url: string,
  options: { readonly poolSize?: number; readonly role?: string; readonly applicationName?: string },
): pg.PoolConfig {
  return {
    connectionString: options.role === undefined ? url : withRole(url, options.role),
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: 60_000,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_TIMEOUT_MS,
    application_name: options.applicationName ?? 'golden-thread',
    keepAlive: true,
  };
}

/**
 * The same address with connections that act as `role`. Any PostgreSQL client reads it, so the job queue can be
 * given the same address as the application.
 */
export function withRole(url: string, role: string): string {
  if (!/^[a-z_][a-z0-9_]*$/.test(role)) throw new Error(`"${role}" is not a role name.`);
  const parsed = new URL(url);
  const given = parsed.searchParams.get('options');
  parsed.searchParams.set('options', [given, `-c role=${role}`].filter(Boolean).join(' '));
  // '%20' rather than '+': every PostgreSQL client reads it.
  return parsed.toString().replaceAll('+', '%20');
}
