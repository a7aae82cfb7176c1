import type { ActionFilter, FilledField } from '@gt/contracts/schemas';
import { type Sql, sql } from '@gt/db';
import { hasEvidence, hasMeasure } from './action-sql.ts';

const FILLED: Record<FilledField, () => Sql> = {
  TEAM: () => sql`a."teamId" IS NOT NULL`,
  OWNER: () => sql`(a."ownerPostId" IS NOT NULL OR a."ownerUserId" IS NOT NULL)`,
  LEAD: () => sql`a."leadPostId" IS NOT NULL`,
  PARTNER: () => sql`a."partnerTeamId" IS NOT NULL`,
  EVIDENCE: () => hasEvidence(),
  MILESTONES: () => sql`EXISTS (SELECT 1 FROM "milestone" m
    WHERE m."actionId" = a."id" AND m."deletedAt" IS NULL)`,
  MEASURE: () => hasMeasure(),
  SUCCESS_MEASURE: () => sql`a."successMeasure" <> ''`,
  DETAIL: () => sql`a."detail" <> ''`,
  UPDATE: () => sql`a."lastUpdateAt" IS NOT NULL`,
};

/** "Is not empty", for each field that is asked to be. */
export function filledConditions({ filled = [] }: ActionFilter): Sql[] {
  return filled.map((field) => FILLED[field]());
}
