import type { ActionFilter } from '@gt/contracts/schemas';
import { emptySql, type Sql, sql } from '@gt/db';
import type { Scope } from '../../core/scope.ts';
import { isOpen } from './action-sql.ts';

/** Conditions of the filter on who does an action: teams, owners, leads, partners, and whether anybody does. */
export function ownerConditions(scope: Scope, filter: ActionFilter): Sql[] {
  const { supportingTeamIds } = filter;
  const found: Sql[] = [];
  found.push(...oneOf(sql`a."teamId"`, filter.teamIds, filter.noTeam && hasNone(sql`a."teamId"`)));
  const nobody = filter.noOwner && sql`(a."ownerPostId" IS NULL AND a."ownerUserId" IS NULL)`;
  if (filter.ownerPostIds || !filter.ownerUserIds) {
    found.push(...oneOf(sql`a."ownerPostId"`, filter.ownerPostIds, nobody));
  }
  if (filter.ownerUserIds) found.push(...oneOf(sql`a."ownerUserId"`, filter.ownerUserIds, nobody));
  found.push(
    ...oneOf(sql`a."leadPostId"`, filter.leadPostIds, filter.noLead && hasNone(sql`a."leadPostId"`)),
  );
  const noPartner = filter.noPartner && hasNone(sql`a."partnerTeamId"`);
  found.push(...oneOf(sql`a."partnerTeamId"`, filter.partnerTeamIds, noPartner));
  if (supportingTeamIds) found.push(isSupportedBy(supportingTeamIds));
  if (filter.myTeams) found.push(isOfMyTeams(scope));
  if (filter.orphan) found.push(isOrphanSql(scope));
  if (filter.unassignedOrUnaccepted) found.push(isNotTakenOnSql);
  return found;
}

/** Open, without a team or an owner, or given to a team that has not taken it on. */
export const isNotTakenOnSql = sql`(${isOpen} AND (a."teamId" IS NULL
  OR (a."ownerPostId" IS NULL AND a."ownerUserId" IS NULL) OR a."acceptance" IN ('OFFERED', 'QUERIED')))`;

function hasNone(column: Sql): Sql {
  return sql`${column} IS NULL`;
}

/** The values of one field are alternatives, and so is its "is empty". */
function oneOf(column: Sql, ids: readonly string[] | undefined, empty: Sql | false | undefined): Sql[] {
  if (!ids) return empty ? [empty] : [];
  return [sql`(${column} = ANY(${[...ids]}::text[]) ${empty ? sql`OR ${empty}` : emptySql})`];
}

function isSupportedBy(teamIds: readonly string[]): Sql {
  return sql`EXISTS (SELECT 1 FROM "supporting_team" st
    WHERE st."actionId" = a."id" AND st."teamId" = ANY(${[...teamIds]}::text[]))`;
}

function isOfMyTeams(scope: Scope): Sql {
  const teamIds = [...scope.teamIds];
  return sql`(a."teamId" = ANY(${teamIds}::text[]) OR a."partnerTeamId" = ANY(${teamIds}::text[])
    OR ${isSupportedBy(teamIds)})`;
}

/** Open, and the owner post has no holder today who can still sign in, or the person named has left. */
export function isOrphanSql(scope: Scope): Sql {
  return sql`(${isOpen} AND (
    (a."ownerPostId" IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM "post_holding" h JOIN "user" hu ON hu."id" = h."userId" AND hu."deactivatedAt" IS NULL
      WHERE h."postId" = a."ownerPostId" AND h."fromDate" <= ${scope.today}::date
        AND (h."toDate" IS NULL OR h."toDate" >= ${scope.today}::date)))
    OR EXISTS (SELECT 1 FROM "user" ou WHERE ou."id" = a."ownerUserId" AND ou."deactivatedAt" IS NOT NULL)))`;
}
