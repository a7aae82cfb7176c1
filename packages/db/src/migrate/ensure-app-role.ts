import pg from 'pg';
import { APP_ROLE } from '../roles.ts';
import { MigrationError } from './migration-error.ts';

/**
 * Makes the serving role when it is missing, and lets the owner's login act as it. On a server with one login the
 * application connects with that login and acts as the serving role from its first statement on.
 */
export async function ensureAppRole(client: pg.Client): Promise<void> {
  const found = await client.query<{ exists: boolean; usable: boolean | null }>(
    `SELECT r.oid IS NOT NULL AS exists, pg_has_role(current_user, r.oid, 'MEMBER') AS usable
       FROM (SELECT 1) one LEFT JOIN pg_roles r ON r.rolname = $1`,
    [APP_ROLE],
  );
  const [role] = found.rows;
  try {
    if (role?.exists !== true) await createRole(client);
    if (role?.usable !== true) await client.query(`GRANT ${APP_ROLE} TO CURRENT_USER`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '42501') throw error;
    throw new MigrationError(
      'role',
      `The login of DATABASE_URL may not make the role the application serves as. Ask the database's administrator ` +
        `to run: CREATE ROLE ${APP_ROLE} NOLOGIN; GRANT ${APP_ROLE} TO <that login>;`,
    );
  }
}

async function createRole(client: pg.Client): Promise<void> {
  // Roles belong to the whole server: another database on it may make the same one at the same moment.
  await client.query(
    `DO $$ BEGIN CREATE ROLE ${APP_ROLE} NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
  );
}
