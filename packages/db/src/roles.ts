/** The database role the application serves as. It may not update or delete the audit, nor change the schema. */
export const APP_ROLE = 'golden_thread_app';

/** The schema that the job queue keeps its tables in. */
export const JOBS_SCHEMA = 'pgboss';
