import { createHash } from 'node:crypto';
import { APP_ROLE, JOBS_SCHEMA } from '../roles.ts';

/**
 * The rights of the serving role, given anew after every migration. It may read and write every table, except:
 * the audit, the snapshots and the access logs of inspector rooms, which it may only add to (the text of a payload or of
 * a snapshot may be blanked, which is how a child's name is destroyed), and the history of migrations, which it may only
 * read.
 *
 * The triggers of all three (in the migrations) refuse the same to everybody, the owner included.
 */
const STATEMENTS = `
GRANT USAGE ON SCHEMA public TO ${APP_ROLE};
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${APP_ROLE};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${APP_ROLE};
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${APP_ROLE};
DO $grants$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['audit_event', 'audit_seal', 'audit_payload', 'snapshot', 'room_log_line'] LOOP
    IF to_regclass('public.' || name) IS NOT NULL THEN
      EXECUTE format('REVOKE UPDATE, DELETE ON public.%I FROM ${APP_ROLE}', name);
    END IF;
  END LOOP;
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    REVOKE INSERT, UPDATE, DELETE ON public._prisma_migrations FROM ${APP_ROLE};
  END IF;
  IF to_regclass('public.audit_payload') IS NOT NULL THEN
    GRANT UPDATE ("body", "salt", "redactedAt", "redactionId") ON public.audit_payload TO ${APP_ROLE};
  END IF;
  IF to_regclass('public.snapshot') IS NOT NULL THEN
    GRANT UPDATE ("body", "redactedAt", "redactedSha256") ON public.snapshot TO ${APP_ROLE};
  END IF;
END
$grants$;
CREATE SCHEMA IF NOT EXISTS ${JOBS_SCHEMA};
GRANT ALL ON SCHEMA ${JOBS_SCHEMA} TO ${APP_ROLE};
`;

/** Changes when the rights above do; kept in the database so that an unchanged start gives nothing anew. */
export const GRANTS_MARK = `Job queue. Rights as of ${createHash('sha256').update(STATEMENTS).digest('hex').slice(0, 16)}.`;

/** Runs in one transaction, as the owner. */
export const GRANTS_SQL = `BEGIN;${STATEMENTS}COMMENT ON SCHEMA ${JOBS_SCHEMA} IS '${GRANTS_MARK}';COMMIT;`;
