/**
 * The other side of the API call, run as a process of its own: node:http and the plain driver doing what the product
 * does for `updates.list` – find the session, the person and their roles, count the call, check that the action may
 * be seen, and answer its updates as JSON. Arguments: port, address of the database.
 */
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { type RawPool, rawPool } from '@gt/db/testing/server';

const [port = '0', databaseUrl = ''] = process.argv.slice(2);
const pool: RawPool = rawPool(databaseUrl, { poolSize: 10 });

const SESSION = `
  SELECT s."id", u."id" AS "userId", u."name",
    ARRAY(SELECT g."role"::text FROM "role_grant" g WHERE g."userId" = u."id") AS "roles",
    ARRAY(SELECT m."teamId" FROM "team_membership" m WHERE m."userId" = u."id") AS "teamIds",
    ARRAY(SELECT h."postId" FROM "post_holding" h WHERE h."userId" = u."id" AND h."fromDate" <= current_date
      AND (h."toDate" IS NULL OR h."toDate" >= current_date)) AS "postIds"
  FROM "session" s JOIN "user" u ON u."id" = s."userId"
  WHERE s."token" = $1 AND s."expiresAt" > now() AND u."deactivatedAt" IS NULL`;
const COUNT_CALL = `
  INSERT INTO "rate_limit" AS r ("id", "key", "count", "lastRequest")
  VALUES (gen_random_uuid()::text, $1, 1, $2)
  ON CONFLICT ("key") DO UPDATE SET "count" = r."count" + 1 RETURNING "count"`;
const ACTION = `
  SELECT a."teamId", a."partnerTeamId", a."ownerPostId", a."ownerUserId",
    ARRAY(SELECT st."teamId" FROM "supporting_team" st WHERE st."actionId" = a."id") AS "supporting"
  FROM "action" a WHERE a."id" = $1 AND a."deletedAt" IS NULL`;
const UPDATES = `
  SELECT pu."id", pu."actionId", pu."authorId", au."name" AS "author", pu."whatHappened", pu."difference",
    pu."inTheWay", pu."next", pu."rag"::text, pu."ragReason", pu."percentComplete", pu."createdAt",
    pu."correctsId", pu."redactedAt", (count(*) OVER ())::int AS "total"
  FROM "progress_update" pu LEFT JOIN "user" au ON au."id" = pu."authorId"
  WHERE pu."actionId" = $1 ORDER BY pu."createdAt" DESC LIMIT 50`;

async function answer(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const cookie = /session_token=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const [token = ''] = decodeURIComponent(cookie).split('.');
  createHmac('sha256', 'a secret of that length, as the product has').update(token).digest('base64');
  const session = (await pool.query(SESSION, [token])).rows[0];
  if (!session) return { status: 401, body: { error: 'signed out' } };
  await pool.query(COUNT_CALL, [`bare:${session.userId}`, Date.now()]);
  const { actionId } = JSON.parse(url.searchParams.get('input') ?? '{}') as { actionId: string };
  const action = (await pool.query(ACTION, [actionId])).rows[0];
  if (!action || !session.roles.includes('PROGRAMME_LEAD')) return { status: 404, body: { error: 'none' } };
  const updates = (await pool.query(UPDATES, [actionId])).rows;
  return { status: 200, body: { updates, total: updates[0]?.total ?? 0 } };
}

createServer((request, response) => {
  answer(request)
    .catch((error: Error) => ({ status: 500, body: { error: error.message } }))
    .then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
}).listen(Number(port), '127.0.0.1', () => process.stdout.write('is ready\n'));

process.on('SIGTERM', () => process.exit(0));
