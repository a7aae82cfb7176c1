import { Prisma } from './generated/client.ts';

/**
 * What went wrong in the database, in the product's own terms.
 *
 * - `unique`: the row would repeat a value that must be unique; `fields` are the schema's field names
 * - `foreignKey`: the row points to, or is pointed to by, a row that does not allow the change
 * - `notFound`: an update or delete named a row that is not there
 * - `serialization`: two transactions wanted the same rows; the same work may be tried again
 * - `timeout`: the statement or transaction ran over its time, or no connection came free in time
 * - `unavailable`: the database cannot be reached, or is starting or stopping
 * - `denied`: the application's role may not do this (for example change the audit)
 * - `invalid`: a value does not fit its column, or a check refused it
 * - `other`: anything else that the database or its client reported
 */
export type DatabaseFailure =
  | { readonly kind: 'unique'; readonly fields: readonly string[] }
  | {
      readonly kind:
        | 'foreignKey'
        | 'notFound'
        | 'serialization'
        | 'timeout'
        | 'unavailable'
        | 'denied'
        | 'invalid'
        | 'other';
    };

export type DatabaseFailureKind = DatabaseFailure['kind'];

const SENTENCES: Record<DatabaseFailureKind, string> = {
  unique: 'Something with the same value exists already.',
  foreignKey: 'Another record depends on this one, or the record it points to is not there.',
  notFound: 'The record is not there any more.',
  serialization: 'Someone else changed the same records at the same moment. Try again.',
  timeout: 'The database took too long to answer. Try again.',
  unavailable: 'The database cannot be reached at the moment. Try again in a minute.',
  denied: 'The application may not do this in the database.',
  invalid: 'A value does not fit.',
  other: 'The database refused the request.',
};

/**
 * A failure of the database with fixed words: neither message nor fields name a table, an argument or a value.
 * `detail` is for the server's log only.
 */
export class DatabaseError extends Error {
  readonly failure: DatabaseFailure;
  readonly detail: string;

  constructor(failure: DatabaseFailure, detail: string) {
    super(SENTENCES[failure.kind]);
    this.name = 'DatabaseError';
    this.failure = failure;
    this.detail = detail;
  }

  get kind(): DatabaseFailureKind {
    return this.failure.kind;
  }
}

/**
 * Names the failure behind an error thrown by the database client, or answers `null` when the error is not the
 * database's (a domain error, a bug).
 */
export function translateDatabaseError(error: unknown): DatabaseFailure | null {
  if (error instanceof DatabaseError) return error.failure;
  if (error instanceof Prisma.PrismaClientKnownRequestError) return fromKnownError(error);
  if (error instanceof Prisma.PrismaClientInitializationError) return { kind: 'unavailable' };
  if (error instanceof Prisma.PrismaClientUnknownRequestError) return { kind: 'other' };
  if (error instanceof Prisma.PrismaClientRustPanicError) return { kind: 'other' };
  if (isAdapterError(error)) return fromAdapterCause(error.cause) ?? { kind: 'other' };
  const code = codeOf(error);
  if (code === undefined) return null;
  if (SYSTEM_CODES.has(code)) return { kind: 'unavailable' };
  return /^[0-9A-Z]{5}$/.test(code) && 'severity' in Object(error) ? fromSqlState(code) : null;
}

/** Wraps a database error as {@link DatabaseError}; any other error is handed back as it is. */
export function toDatabaseError(error: unknown): unknown {
  if (error instanceof DatabaseError) return error;
  const failure = translateDatabaseError(error);
  if (failure === null) return error;
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
  return new DatabaseError(failure, `${name} ${codeOf(error) ?? ''}: ${message.slice(0, 500)}`);
}

const SYSTEM_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
]);

const KNOWN_CODES: Record<string, DatabaseFailureKind> = {
  P1000: 'unavailable',
  P1001: 'unavailable',
  P1002: 'unavailable',
  P1003: 'unavailable',
  P1008: 'timeout',
  P1010: 'denied',
  P1017: 'unavailable',
  P2000: 'invalid',
  P2003: 'foreignKey',
  P2004: 'invalid',
  P2005: 'invalid',
  P2006: 'invalid',
  P2007: 'invalid',
  P2011: 'invalid',
  P2012: 'invalid',
  P2014: 'foreignKey',
  P2015: 'notFound',
  P2018: 'notFound',
  P2020: 'invalid',
  P2024: 'timeout',
  P2025: 'notFound',
  P2028: 'timeout',
  P2034: 'serialization',
  P2037: 'unavailable',
};

function fromKnownError(error: Prisma.PrismaClientKnownRequestError): DatabaseFailure {
  const cause = adapterCauseOf(error.meta);
  if (error.code === 'P2002') return { kind: 'unique', fields: fieldsOf(cause?.constraint, cause?.table) };
  const known = KNOWN_CODES[error.code];
  if (known !== undefined && known !== 'unique') return { kind: known };
  return fromAdapterCause(cause) ?? { kind: 'other' };
}

interface AdapterCause {
  readonly kind?: string;
  readonly originalCode?: string;
  readonly code?: string | number;
  readonly constraint?: unknown;
  readonly table?: string;
}

function adapterCauseOf(meta: Record<string, unknown> | undefined): AdapterCause | undefined {
  const error = meta?.driverAdapterError;
  return isAdapterError(error) ? error.cause : undefined;
}

function isAdapterError(error: unknown): error is { cause: AdapterCause } {
  return error instanceof Error && error.name === 'DriverAdapterError' && typeof error.cause === 'object';
}

function fromAdapterCause(cause: AdapterCause | undefined): DatabaseFailure | undefined {
  if (cause === undefined) return undefined;
  const byKind: Record<string, DatabaseFailureKind> = {
    TransactionWriteConflict: 'serialization',
    ForeignKeyConstraintViolation: 'foreignKey',
    RestrictViolation: 'foreignKey',
    NullConstraintViolation: 'invalid',
    LengthMismatch: 'invalid',
    ValueOutOfRange: 'invalid',
    InvalidInputValue: 'invalid',
    DatabaseNotReachable: 'unavailable',
    DatabaseDoesNotExist: 'unavailable',
    AuthenticationFailed: 'unavailable',
    ConnectionClosed: 'unavailable',
    TooManyConnections: 'unavailable',
    TlsConnectionError: 'unavailable',
    DatabaseAccessDenied: 'denied',
    SocketTimeout: 'timeout',
  };
  const kind = byKind[cause.kind ?? ''];
  if (cause.kind === 'UniqueConstraintViolation')
    return { kind: 'unique', fields: fieldsOf(cause.constraint, cause.table) };
  if (kind !== undefined && kind !== 'unique') return { kind };
  const state = cause.originalCode ?? (typeof cause.code === 'string' ? cause.code : undefined);
  return state === undefined ? undefined : fromSqlState(state);
}

/** PostgreSQL, appendix A: error codes. */
function fromSqlState(state: string): DatabaseFailure {
  if (state === '23505') return { kind: 'unique', fields: [] };
  if (state === '23503' || state === '23001') return { kind: 'foreignKey' };
  if (state === '40001' || state === '40P01') return { kind: 'serialization' };
  if (state === '57014' || state === '55P03' || state === '25P03' || state === '25P04')
    return { kind: 'timeout' };
  if (state === '42501') return { kind: 'denied' };
  if (state.startsWith('08') || state.startsWith('57P') || state.startsWith('53'))
    return { kind: 'unavailable' };
  if (state.startsWith('22') || state.startsWith('23')) return { kind: 'invalid' };
  return { kind: 'other' };
}

/** Unique indexes are named `<table>_<field>_<field>_key`, and no field has an underscore. */
function fieldsOf(constraint: unknown, table: string | undefined): string[] {
  if (typeof constraint !== 'object' || constraint === null) return [];
  if ('fields' in constraint && Array.isArray(constraint.fields)) {
    return constraint.fields.map((field) => String(field).replaceAll('"', ''));
  }
  const index = 'index' in constraint ? String(constraint.index) : '';
  const ours = table !== undefined && index.startsWith(`${table}_`) && index.endsWith('_key');
  return ours ? index.slice(table.length + 1, -'_key'.length).split('_') : [];
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
