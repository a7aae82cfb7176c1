import { createHash } from 'node:crypto';
import type { ScreenedText } from '@gt/contracts/schemas';
import { type Db, emptySql, type Sql, sql, type Tx } from '@gt/db';
import type { Scope } from '../../core/scope.ts';

/** A typed text that a pack would print, and whose words it is. */
export type TypedText = Pick<ScreenedText, 'entity' | 'entityId' | 'field'> & {
  words: string;
  /** Of the recommendation it stands under; null for evidence. */
  recommendation: number | null;
  number: number;
  writtenAt: Date | null;
  /** The record that is opened to mend it. */
  placeId: string;
  authorIds: string[];
};

/** What stands for a text where it is allowed: other words have another. */
export function sha256OfWords(words: string): string {
  return createHash('sha256').update(words, 'utf8').digest('hex');
}

/**
 * Every typed text of a plan that packs print, but for the report's own words, in order of its records; or the texts of
 * one record. One statement.
 */
export function loadTypedTexts(
  db: Db | Tx,
  _scope: Scope,
  of: { planId: string; entityId?: string },
): Promise<TypedText[]> {
  const { planId, entityId } = of;
  const only = (id: Sql) => (entityId ? sql`AND ${id} = ${entityId}` : emptySql);
  return db.$queryRaw<TypedText[]>`
    SELECT x."entity", x."entityId", x."field", x."words", x."recommendation", x."number", x."writtenAt", x."placeId",
      array_remove(x."authorIds", NULL) AS "authorIds"
    FROM (
      ${ofUpdates(planId, only(sql`u."id"`))}
      UNION ALL ${ofActions(planId, only(sql`a."id"`))}
      UNION ALL ${ofDates(planId, only(sql`a."id"`))}
      UNION ALL ${ofRecommendations(planId, only(sql`r."id"`))}
      UNION ALL ${ofClosings(planId, only(sql`r."id"`))}
      UNION ALL ${ofMeasures(planId, only(sql`m."id"`))}
      UNION ALL ${ofEvidence(planId, only(sql`e."id"`))}
    ) x WHERE btrim(x."words") <> ''
    ORDER BY x."recommendation" NULLS LAST, x."entity", x."number", x."writtenAt" NULLS FIRST, x."entityId", x."field"`;
}

/** One that was corrected since is in no pack. */
function ofUpdates(planId: string, only: Sql): Sql {
  return sql`
    SELECT 'PROGRESS_UPDATE' AS "entity", u."id" AS "entityId", t."field", t."words", r."number" AS "recommendation",
      a."number", u."createdAt" AS "writtenAt", a."id" AS "placeId", ARRAY[u."authorId", u."onBehalfOfId"] AS "authorIds"
    FROM "progress_update" u JOIN "action" a ON a."id" = u."actionId" AND a."deletedAt" IS NULL
    JOIN "recommendation" r ON r."id" = a."recommendationId"
    CROSS JOIN LATERAL (VALUES ('whatHappened', u."whatHappened"), ('difference', u."difference"),
      ('inTheWay', u."inTheWay"), ('next', u."next"), ('ragReason', u."ragReason")) AS t("field", "words")
    WHERE a."planId" = ${planId} AND u."redactedAt" IS NULL ${only}
      AND NOT EXISTS (SELECT 1 FROM "progress_update" c WHERE c."correctsId" = u."id")`;
}

function ofActions(planId: string, only: Sql): Sql {
  return sql`
    SELECT 'ACTION', a."id", t."field", t."words", r."number", a."number", NULL::timestamptz, a."id",
      ARRAY[a."createdById", a."changedById"]
    FROM "action" a JOIN "recommendation" r ON r."id" = a."recommendationId"
    CROSS JOIN LATERAL (VALUES ('title', a."title"), ('detail', a."detail"), ('statusReason', a."statusReason"),
      ('successMeasure', a."successMeasure"), ('ragReason', a."ragReason")) AS t("field", "words")
    WHERE a."planId" = ${planId} AND a."deletedAt" IS NULL AND a."redactedAt" IS NULL ${only}`;
}

function ofDates(planId: string, only: Sql): Sql {
  return sql`
    SELECT 'ACTION', a."id", 'dateReason:' || d."id", d."reason", r."number", a."number", d."changedAt", a."id",
      ARRAY[d."changedById", d."agreedById"]
    FROM "date_revision" d JOIN "action" a ON a."id" = d."actionId"
    JOIN "recommendation" r ON r."id" = a."recommendationId"
    WHERE a."planId" = ${planId} AND a."deletedAt" IS NULL AND d."redactedAt" IS NULL ${only}`;
}

function ofRecommendations(planId: string, only: Sql): Sql {
  return sql`
    SELECT 'RECOMMENDATION', r."id", t."field", t."words", r."number", r."number", NULL, r."id", ARRAY[]::text[]
    FROM "recommendation" r
    CROSS JOIN LATERAL (VALUES ('goodLooksLike', r."goodLooksLike"), ('closureTest', r."closureTest"),
      ('response', r."response")) AS t("field", "words")
    WHERE r."planId" = ${planId} AND r."deletedAt" IS NULL AND r."redactedAt" IS NULL ${only}`;
}

/** Of the closing that stands. */
function ofClosings(planId: string, only: Sql): Sql {
  return sql`
    SELECT 'RECOMMENDATION', r."id", t."field" || ':' || c."id", t."words", r."number", r."number", c."closedAt", r."id",
      ARRAY[c."closedById"]
    FROM "recommendation_closure" c JOIN "recommendation" r ON r."id" = c."recommendationId"
    CROSS JOIN LATERAL (VALUES ('done', c."done"), ('practice', c."practice"), ('consistent', c."consistent"),
      ('difference', c."difference")) AS t("field", "words")
    WHERE r."planId" = ${planId} AND r."deletedAt" IS NULL AND c."redactedAt" IS NULL AND c."reopenedAt" IS NULL ${only}`;
}

function ofMeasures(planId: string, only: Sql): Sql {
  return sql`
    SELECT 'MEASURE', m."id", t."field", t."words", r."number", m."number", NULL, m."id",
      ARRAY[m."createdById", m."changedById"]
    FROM "measure" m JOIN "recommendation" r ON r."id" = m."recommendationId"
    CROSS JOIN LATERAL (VALUES ('name', m."name"), ('definition', m."definition")) AS t("field", "words")
    WHERE m."planId" = ${planId} AND m."deletedAt" IS NULL AND m."redactedAt" IS NULL ${only}`;
}

function ofEvidence(planId: string, only: Sql): Sql {
  return sql`
    SELECT 'EVIDENCE', e."id", t."field", t."words", NULL::int, e."number", NULL, e."id",
      ARRAY[e."uploadedById", e."changedById"]
    FROM "evidence" e
    CROSS JOIN LATERAL (VALUES ('title', e."title"), ('shows', e."shows"), ('difference', e."difference"),
      ('source', e."source")) AS t("field", "words")
    WHERE e."planId" = ${planId} AND e."deletedAt" IS NULL AND e."redactedAt" IS NULL
      AND e."state" <> 'WITHDRAWN' ${only}`;
}
