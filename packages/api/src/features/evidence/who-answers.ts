import type { IsoDate } from '@gt/contracts/words';
import { type Sql, sql, type Tx } from '@gt/db';
import { askedOf } from '../../core/asked-of.ts';

/**
 * Who must answer a question about which item, as pairs ("evidenceId", "userId"): whoever brought it or a version of
 * it, and whoever is asked of an action that it was brought for. `asked` narrows the actions, `among` the people or items.
 */
export function answerersSql(asked: Sql, among: (evidenceId: Sql, userId: Sql) => Sql): Sql {
  return sql`
    SELECT e."id" AS "evidenceId", e."uploadedById" AS "userId" FROM "evidence" e
      WHERE ${among(sql`e."id"`, sql`e."uploadedById"`)}
    UNION SELECT v."evidenceId", v."uploadedById" FROM "evidence_version" v
      WHERE ${among(sql`v."evidenceId"`, sql`v."uploadedById"`)}
    UNION SELECT l."evidenceId", asked."userId" FROM (${asked}) asked
      JOIN "evidence_link" l ON l."actionId" = asked."actionId" AND l."isHome"
      WHERE ${among(sql`l."evidenceId"`, sql`asked."userId"`)}`;
}

/** The people who must answer a question about one item, those whose account is open. */
export async function whoAnswers(tx: Tx, today: IsoDate, evidenceId: string): Promise<string[]> {
  const links = await tx.evidenceLink.findMany({
    where: { evidenceId, isHome: true, action: { deletedAt: null } },
    select: { actionId: true },
  });
  const actionIds = links.flatMap(({ actionId }) => actionId ?? []);
  const answerers = answerersSql(askedOf(today, { actionIds }), (item) => sql`${item} = ${evidenceId}`);
  const people = await tx.$queryRaw<{ userId: string }[]>`
    SELECT DISTINCT told."userId" FROM (${answerers}) told
    JOIN "user" u ON u."id" = told."userId" AND u."deactivatedAt" IS NULL ORDER BY 1`;
  return people.map(({ userId }) => userId);
}
