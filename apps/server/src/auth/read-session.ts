import type { SignedIn } from '@gt/api';
import type { IsoDate, Role } from '@gt/contracts/words';
import type { Db } from '@gt/db';
import type { Auth } from './create-auth.ts';

export const IDLE_MINUTES = 30;
/** How stale the stored moment of activity may be before it is written again, in milliseconds. */
const ACTIVITY_GRAIN_MS = 60_000;

type SessionRow = {
  activeAt: Date;
  userName: string;
  email: string;
  deactivatedAt: Date | null;
  roles: Role[];
  teamIds: string[];
  postIds: string[];
};

/**
 * Who is asking, with roles, teams and the posts held today; null when nobody is signed in, the account is
 * deactivated, or the session has been idle for 30 minutes. `counts` is false for background polling.
 */
export async function readSession(
  deps: { auth: Auth; db: Db },
  headers: Headers,
  request: { today: IsoDate; now: Date; counts: boolean },
): Promise<SignedIn | null> {
  if (!headers.get('cookie')?.includes('golden-thread.session_token')) return null;
  const found = await deps.auth.api.getSession({ headers, query: { disableRefresh: true } });
  if (!found) return null;
  const { id: sessionId, userId } = found.session;
  const [row] = await deps.db.$queryRaw<SessionRow[]>`
    SELECT s."activeAt", u."name" AS "userName", u."email", u."deactivatedAt",
      ARRAY(SELECT g."role"::text FROM "role_grant" g WHERE g."userId" = u."id") AS "roles",
      ARRAY(SELECT m."teamId" FROM "team_membership" m WHERE m."userId" = u."id") AS "teamIds",
      ARRAY(SELECT h."postId" FROM "post_holding" h WHERE h."userId" = u."id"
        AND h."fromDate" <= ${request.today}::date
        AND (h."toDate" IS NULL OR h."toDate" >= ${request.today}::date)) AS "postIds"
    FROM "session" s JOIN "user" u ON u."id" = s."userId"
    WHERE s."id" = ${sessionId}`;
  if (!row || row.deactivatedAt !== null) return null;
  const idleMs = request.now.getTime() - row.activeAt.getTime();
  if (idleMs > IDLE_MINUTES * 60_000) {
    await deps.db.session.deleteMany({ where: { id: sessionId } });
    return null;
  }
  if (request.counts && idleMs > ACTIVITY_GRAIN_MS) {
    await deps.db.session.updateMany({ where: { id: sessionId }, data: { activeAt: request.now } });
  }
  const { userName, email, roles, teamIds, postIds } = row;
  return { userId, userName, email, roles, teamIds, postIds, sessionId };
}
