export { type MigrateOptions, type MigrateResult, migrate } from './migrate.ts';
export { MigrationError, type MigrationProblem } from './migration-error.ts';
export { MIGRATIONS_DIR } from './migration-files.ts';
export { schemaDifference } from './schema-difference.ts';
