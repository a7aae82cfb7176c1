export { authAdapter } from './auth-adapter.ts';
export { createDatabase, type Database, type DatabaseOptions, type Db, type Tx } from './client.ts';
export {
  DatabaseError,
  type DatabaseFailure,
  type DatabaseFailureKind,
  toDatabaseError,
  translateDatabaseError,
} from './database-error.ts';
export { atEnd, inTransaction, type TransactionOptions } from './in-transaction.ts';
export { type Listening, type ListenOptions, listen } from './listen.ts';
export { notify } from './notify.ts';
export { withRole } from './pool-config.ts';
export { APP_ROLE, JOBS_SCHEMA } from './roles.ts';
export { emptySql, joinSql, type Sql, sql } from './sql.ts';
