import type { WaitingOut } from '@gt/contracts/schemas';
import type { Acceptance, IsoDate, Rag } from '@gt/contracts/words';
import { type Db, type Sql, sql } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { holds } from '@gt/domain/authz';
import { toInstant } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';
import { isNotTakenOnSql, isOrphanSql } from '../actions/filter-owners.ts';

type Raw = {
  id: string;
  planId: string;
  planName: string;
  recommendationNumber: number;
  number: number;
  title: string;
  version: number;
  teamId: string | null;
  teamName: string | null;
  dueDate: IsoDate | null;
  declaredRag: Rag;
  acceptance: Acceptance;
  acceptanceNote: string;
  acceptanceBy: string | null;
  acceptanceAt: Date | null;
};

/** More wait for one team only when nobody looks at this list at all; the table shows the rest. */
const MOST = 200;

/**
 * What waits for a word about taking it on: offered to a team that this person answers for; asked back of what they
 * offered (of anything, for a programme lead); and in which plans work waits for somebody. Three statements.
 */
export async function listWaiting(db: Db, scope: Scope): Promise<WaitingOut> {
  const answers = scope.roles.includes('MANAGER') || scope.roles.includes('PARTNER');
  const leads = scope.roles.includes('PROGRAMME_LEAD');
  const teamIds = answers ? [...scope.teamIds] : [];
  const offered = sql`a."acceptance" = 'OFFERED' AND a."teamId" = ANY(${teamIds}::text[])`;
  const asked = sql`a."acceptance" = 'QUERIED' AND ${leads ? sql`true` : offeredBy(scope)}`;
  const [forUs, askedBack, plans] = await Promise.all([
    listRows(db, offered),
    listRows(db, asked),
    holds(scope.roles, 'action.assign') ? listPlans(db, scope, leads) : [],
  ]);
  return { forUs, askedBack, plans };
}

/** Counts by the same conditions as the list that they lead to. */
function listPlans(db: Db, scope: Scope, seesAll: boolean): Promise<WaitingOut['plans']> {
  return db.$queryRaw<WaitingOut['plans']>`
    SELECT * FROM (
      SELECT pl."id" AS "planId", pl."name" AS "planName",
        (count(*) FILTER (WHERE ${isNotTakenOnSql}))::int AS "notTakenOn",
        (count(*) FILTER (WHERE ${isOrphanSql(scope)}))::int AS "orphans"
      FROM "action" a JOIN "plan" pl ON pl."id" = a."planId"
      WHERE ${OPEN} AND ${seesAll ? sql`true` : sql`a."teamId" = ANY(${[...scope.teamIds]}::text[])`}
      GROUP BY pl."id"
    ) p WHERE p."notTakenOn" > 0 OR p."orphans" > 0 ORDER BY lower(p."planName")`;
}

const OPEN = sql`a."deletedAt" IS NULL AND pl."deletedAt" IS NULL AND a."status" NOT IN ('CLOSED', 'CANCELLED')`;

/** Whoever gave it last: the newest entry of its history that did. */
function offeredBy(scope: Scope): Sql {
  return sql`(SELECT ev."actorId" FROM "audit_event" ev
    WHERE ev."entityType" = 'ACTION' AND ev."entityId" = a."id"
      AND ev."action" IN ('action.assign', 'action.create', 'action.offerAgain')
    ORDER BY ev."id" DESC LIMIT 1) = ${scope.userId}`;
}

async function listRows(db: Db, condition: Sql): Promise<WaitingOut['forUs']> {
  const rows = await db.$queryRaw<Raw[]>`
    SELECT a."id", a."planId", pl."name" AS "planName", r."number" AS "recommendationNumber", a."number", a."title",
      a."version", a."teamId", t."name" AS "teamName", a."dueDate"::text AS "dueDate",
      a."declaredRag"::text AS "declaredRag", a."acceptance"::text AS "acceptance", a."acceptanceNote",
      u."name" AS "acceptanceBy", a."acceptanceAt"
    FROM "action" a
    JOIN "plan" pl ON pl."id" = a."planId"
    JOIN "recommendation" r ON r."id" = a."recommendationId"
    LEFT JOIN "team" t ON t."id" = a."teamId"
    LEFT JOIN "user" u ON u."id" = a."acceptanceById"
    WHERE ${OPEN} AND ${condition}
    ORDER BY a."acceptanceAt" NULLS FIRST, pl."name", r."number", a."number" LIMIT ${MOST}`;
  return rows.map(({ recommendationNumber, number, teamId, teamName, ...row }) => ({
    ...row,
    reference: actionReference(recommendationNumber, number),
    team: teamId === null ? null : { id: teamId, name: teamName ?? '' },
    acceptanceBy: row.acceptanceBy ?? '',
    acceptanceAt: row.acceptanceAt && toInstant(row.acceptanceAt),
  }));
}
