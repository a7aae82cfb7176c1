import { type DigestPart, type IsoDate, ROLES, type Role } from '@gt/contracts/words';
import type { Db, Tx } from '@gt/db';
import { holds } from '@gt/domain/authz';
import type { DigestHours } from '@gt/domain/reminder';

/** Somebody who may be sent a digest, and how they want it. */
export type DigestPerson = DigestHours & {
  userId: string;
  email: string;
  roles: Role[];
  digest: boolean;
  digestLeavesOut: DigestPart[];
  /** When the last digest was looked at; null for somebody who never had one. */
  lastAt: Date | null;
};

const READERS: readonly Role[] = ROLES.filter((role) => holds([role], 'action.read'));

/**
 * People with an open account and a role that reads actions, for whom today has not been looked at, in the order of
 * their ids and from after the id `after`. What nobody chose is what everybody begins with.
 */
export async function loadDigestPeople(
  db: Db | Tx,
  today: IsoDate,
  after: string,
  limit: number,
): Promise<DigestPerson[]> {
  return db.$queryRaw<DigestPerson[]>`
    SELECT u."id" AS "userId", u."email",
      ARRAY(SELECT g."role"::text FROM "role_grant" g WHERE g."userId" = u."id") AS "roles",
      COALESCE(p."digest", true) AS "digest", COALESCE(p."digestTime", '07:30') AS "digestTime",
      COALESCE(p."digestDays", '{1,2,3,4,5}') AS "digestDays",
      COALESCE(p."quietFrom", '18:00') AS "quietFrom", COALESCE(p."quietTo", '07:00') AS "quietTo",
      ARRAY(SELECT part::text FROM unnest(p."digestLeavesOut") AS part) AS "digestLeavesOut",
      (SELECT max(d."createdAt") FROM "digest" d WHERE d."userId" = u."id") AS "lastAt"
    FROM "user" u LEFT JOIN "preference" p ON p."userId" = u."id"
    WHERE u."deactivatedAt" IS NULL AND u."id" > ${after}
      AND EXISTS (SELECT 1 FROM "role_grant" g WHERE g."userId" = u."id"
        AND g."role"::text = ANY(${[...READERS]}::text[]))
      AND NOT EXISTS (SELECT 1 FROM "digest" d WHERE d."userId" = u."id" AND d."forDate" = ${today}::date)
    ORDER BY u."id" LIMIT ${limit}`;
}
