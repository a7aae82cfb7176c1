import type { RedactionPreviewOut } from '@gt/contracts/schemas';
import { formatDate, type RedactableEntity } from '@gt/contracts/words';
import { type Sql, sql, type Tx } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { enquiryReference, evidenceReference } from '@gt/domain/evidence';
import { measureReference } from '@gt/domain/measure';
import { recommendationReference } from '@gt/domain/recommendation';
import { TELLING_LENGTH, tellingWords } from '@gt/domain/redaction';
import { londonDate } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';
import { earlierItemReference, lineageNoteReference, lineageRepeatsSql } from '../lineage/lineage-repeats.ts';
import { calendarReference, calendarRepeatsSql, isCalendarEntity } from './blank-calendar.ts';
import { measureCommentReference } from './blank-measure.ts';
import { packReference } from './blank-pack.ts';
import { reviewReference, reviewRepeatsSql } from './blank-review.ts';
import { type Destroyable, paragraphReference, type RedactionPlace } from './destroyable.ts';

/** Named in the answer; the rest is counted. */
const LISTED = 50;

type Repeat = {
  kind: Exclude<RedactableEntity, 'EVIDENCE_VERSION'>;
  /** The record on whose page it is read; null for a paragraph that no recommendation points to. */
  placeId: string | null;
  recommendation: number | null;
  number: number;
  at: Date | null;
  isDeleted: boolean;
  isAskedFor: boolean;
  total: number;
};
type Repeats = Pick<RedactionPreviewOut, 'repeats' | 'repeatsTotal'>;

/**
 * Other records of the plan that still hold telling words of what is to be destroyed: each has to be asked for on its
 * own. What is in the recycle bin counts, because it can come back. Copies that vanish with the record are left out.
 */
export async function findRepeats(
  tx: Tx,
  _scope: Scope,
  target: { entity: RedactableEntity; id: string },
  { planId, relatedIds, texts }: Destroyable,
): Promise<Repeats> {
  const wanted = tellingWords(texts, await knownNames(tx, planId));
  if (wanted.length === 0) return { repeats: [], repeatsTotal: 0 };
  // The reason for a colour, from an update or a review, stands on its action as well, and goes from there too.
  const goesToo = target.entity === 'PROGRESS_UPDATE' || target.entity === 'REVIEW' ? relatedIds : [];
  const rows = await tx.$queryRaw<Repeat[]>`
    SELECT t."kind", t."placeId", t."recommendation", t."number", t."at", t."isDeleted",
      EXISTS (SELECT 1 FROM "redaction" x WHERE x."entityId" = t."id" AND x."state" = 'REQUESTED') AS "isAskedFor",
      count(*) OVER ()::int AS "total"
    FROM (${textsOf(planId, target.id, goesToo, texts)}) t
    WHERE t."id" <> ${target.id} AND EXISTS (
      SELECT 1 FROM unnest(${wanted}::text[]) AS w
      WHERE position(lower(w) IN lower(regexp_replace(t."words", '\\s+', ' ', 'g'))) > 0)
    ORDER BY t."recommendation" NULLS LAST, t."kind", t."number", t."at"
    LIMIT ${LISTED}`;
  return {
    repeats: rows.map((row) => ({
      reference: referenceOf(row),
      place: placeOf(row, planId),
      isAskedFor: row.isAskedFor,
    })),
    repeatsTotal: rows[0]?.total ?? 0,
  };
}

/**
 * Every record of the plan with all its words in one text; columns apart by a character that nobody types. Of a paper
 * only what somebody typed into it, since what it prints of a record goes with the record.
 */
function textsOf(planId: string, targetId: string, goesToo: readonly string[], texts: readonly string[]) {
  const staying = (reason: Sql) => sql`CASE WHEN NOT (a."id" = ANY(${[...goesToo]}::text[])
    AND ${reason} = ANY(${[...texts]}::text[])) THEN ${reason} END`;
  return sql`
    SELECT 'ACTION' AS "kind", a."id", a."id" AS "placeId", r."number" AS "recommendation", a."number",
      NULL::timestamptz AS "at", a."deletedAt" IS NOT NULL AS "isDeleted",
      concat_ws(chr(1), a."title", a."detail", a."successMeasure", a."statusReason", a."deletedReason",
        ${staying(sql`a."ragReason"`)}, a."acceptanceNote", ${staying(sql`a."mismatchReason"`)},
        (SELECT string_agg(concat_ws(chr(1), d."reason", d."agreedNote"), chr(1))
          FROM "date_revision" d WHERE d."actionId" = a."id"),
        (SELECT string_agg(m."title", chr(1)) FROM "milestone" m WHERE m."actionId" = a."id"),
        (SELECT string_agg(concat_ws(chr(1), q."reason", q."decisionNote"), chr(1))
          FROM "due_date_request" q WHERE q."actionId" = a."id")) AS "words"
    FROM "action" a JOIN "recommendation" r ON r."id" = a."recommendationId" WHERE a."planId" = ${planId}
    UNION ALL
    SELECT 'PROGRESS_UPDATE', u."id", a."id", r."number", a."number", u."createdAt", a."deletedAt" IS NOT NULL,
      concat_ws(chr(1), u."whatHappened", u."difference", u."inTheWay", u."next", u."ragReason", u."writtenBy")
    FROM "progress_update" u JOIN "action" a ON a."id" = u."actionId"
      JOIN "recommendation" r ON r."id" = a."recommendationId"
    WHERE a."planId" = ${planId} AND u."redactedAt" IS NULL
    UNION ALL
    SELECT 'COMMENT', c."id", a."id", r."number", a."number", c."createdAt",
      a."deletedAt" IS NOT NULL OR c."deletedAt" IS NOT NULL, c."body"
    FROM "action_comment" c JOIN "action" a ON a."id" = c."actionId"
      JOIN "recommendation" r ON r."id" = a."recommendationId"
    WHERE a."planId" = ${planId} AND c."redactedAt" IS NULL
    UNION ALL
    SELECT 'RECOMMENDATION', r."id", r."id", r."number", r."number", NULL, r."deletedAt" IS NOT NULL,
      concat_ws(chr(1), r."quote", r."leadIn", r."goodLooksLike", r."closureTest", r."response",
        (SELECT string_agg(concat_ws(chr(1), cl."done", cl."practice", cl."consistent", cl."difference",
            cl."reopenedReason", (SELECT string_agg(c."note", chr(1)) FROM "sustain_check" c
              WHERE c."closureId" = cl."id")), chr(1))
          FROM "recommendation_closure" cl WHERE cl."recommendationId" = r."id"),
        (SELECT string_agg(concat_ws(chr(1), k."text", k."settledNote"), chr(1))
          FROM "evidence_ask" k WHERE k."recommendationId" = r."id"))
    FROM "recommendation" r WHERE r."planId" = ${planId}
    UNION ALL
    SELECT 'EVIDENCE', e."id", e."id", NULL, e."number", NULL, e."deletedAt" IS NOT NULL,
      concat_ws(chr(1), e."title", e."shows", e."difference", e."source", e."authorPost",
        (SELECT string_agg(concat_ws(chr(1), q."text", q."answer"), chr(1))
          FROM "evidence_question" q WHERE q."evidenceId" = e."id"),
        (SELECT string_agg(v."fileName", chr(1)) FROM "evidence_version" v
          WHERE v."evidenceId" = e."id" AND v."id" <> ${targetId}),
        (SELECT string_agg(c."reason", chr(1)) FROM "evidence_check" c WHERE c."evidenceId" = e."id"),
        (SELECT string_agg(concat_ws(chr(1), s."justification", s."decisionNote"), chr(1))
          FROM "evidence_screening" s JOIN "evidence_version" sv ON sv."id" = s."versionId"
          WHERE sv."evidenceId" = e."id" AND sv."id" <> ${targetId}))
    FROM "evidence" e WHERE e."planId" = ${planId}
    UNION ALL
    SELECT 'MEASURE', m."id", m."id", NULL, m."number", NULL, m."deletedAt" IS NOT NULL,
      concat_ws(chr(1), m."name", m."definition", m."unit", m."deletedReason",
        (SELECT string_agg(mp."comment", chr(1)) FROM "measure_point" mp WHERE mp."measureId" = m."id"),
        (SELECT string_agg(ms."reason", chr(1)) FROM "measure_step" ms WHERE ms."measureId" = m."id"))
    FROM "measure" m WHERE m."planId" = ${planId}
    UNION ALL
    SELECT 'MEASURE_COMMENT', c."id", m."id", NULL, m."number", c."createdAt",
      m."deletedAt" IS NOT NULL OR c."deletedAt" IS NOT NULL, c."body"
    FROM "measure_comment" c JOIN "measure" m ON m."id" = c."measureId"
    WHERE m."planId" = ${planId} AND c."redactedAt" IS NULL AND m."id" <> ${targetId}
    UNION ALL
    SELECT 'REPORT_PARAGRAPH', p."id",
      (SELECT b."recommendationId" FROM "recommendation_paragraph" b WHERE b."paragraphId" = p."id"
        ORDER BY b."recommendationId" LIMIT 1),
      NULL, p."number", NULL, false, concat_ws(chr(1), p."heading", p."text")
    FROM "report_paragraph" p JOIN "inspection" i ON i."id" = p."inspectionId" WHERE i."planId" = ${planId}
    UNION ALL
    SELECT 'REPORT', r."id", r."id", NULL, r."number", r."createdAt", false,
      (SELECT string_agg(b ->> 'text', chr(1))
        FROM jsonb_path_query(r."content", '$.sections[*].blocks[*] ? (@.kind == "WORDS")') AS b
        WHERE b ->> 'text' <> b ->> 'written')
    FROM "report" r WHERE r."planId" = ${planId}
    UNION ALL
    SELECT 'LINE_OF_ENQUIRY', q."id", q."id", NULL, q."number", NULL, false,
      CASE WHEN NOT ${holdsWords(sql`concat_ws(chr(10), q."question", q."note")`, texts)}
        THEN concat_ws(chr(1), q."question", q."note") END
    FROM "line_of_enquiry" q WHERE q."planId" = ${planId} AND q."redactedAt" IS NULL
    UNION ALL
    SELECT 'PACK', p."id", p."id", NULL, p."number", NULL, false,
      CASE WHEN NOT ${holdsWords(sql`p."coverNote"`, texts)} THEN p."coverNote" END
    FROM "pack" p WHERE p."planId" = ${planId} AND p."coverNote" <> ''
    UNION ALL ${calendarRepeatsSql(planId)}
    UNION ALL ${lineageRepeatsSql(planId, targetId)}
    UNION ALL ${reviewRepeatsSql(planId, texts)}`;
}

/** That a copy goes with the record, as `forgetCopies` takes it: it holds a telling text of it. */
function holdsWords(column: Sql, texts: readonly string[]): Sql {
  const telling = texts.filter((text) => text.length >= TELLING_LENGTH);
  return sql`EXISTS (SELECT 1 FROM unnest(${telling}::text[]) AS f WHERE position(f IN ${column}) > 0)`;
}

/** Names that look like a person's and stand in many places by right. */
async function knownNames(tx: Tx, planId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string | null }[]>`
    SELECT "name" FROM "team" UNION SELECT "title" FROM "post" UNION SELECT "name" FROM "user"
    UNION SELECT concat_ws(chr(1), "name", "councilName", "trustName") FROM "plan" WHERE "id" = ${planId}`;
  return rows.flatMap(({ name }) => name ?? []);
}

function referenceOf({ kind, recommendation, number, at, isDeleted }: Repeat): string {
  const bin = isDeleted ? ' (in the recycle bin)' : '';
  if (kind === 'EVIDENCE') return `${evidenceReference(number)}${bin}`;
  if (kind === 'MEASURE') return `${measureReference(number)}${bin}`;
  if (kind === 'MEASURE_COMMENT') return `${measureCommentReference(number, at ?? new Date(0))}${bin}`;
  if (kind === 'REPORT_PARAGRAPH') return paragraphReference(number);
  if (kind === 'REVIEW') return reviewReference(number);
  if (kind === 'LINE_OF_ENQUIRY') return enquiryReference(number);
  if (kind === 'PACK') return packReference(number);
  if (isCalendarEntity(kind)) return `${calendarReference(kind, at)}${bin}`;
  if (kind === 'EARLIER_RECOMMENDATION') return `${earlierItemReference(number)}${bin}`;
  if (kind === 'LINEAGE_LINK') return lineageNoteReference(number);
  if (kind === 'REPORT' && at) return `Paper of ${formatDate(londonDate(at))}`;
  if (kind === 'RECOMMENDATION') return `${recommendationReference(number)}${bin}`;
  const action = actionReference(recommendation ?? 0, number);
  const what = kind === 'COMMENT' ? 'comment' : 'update';
  return at ? `${action}, ${what} of ${formatDate(londonDate(at))}${bin}` : `${action}${bin}`;
}

function placeOf({ kind, placeId }: Repeat, planId: string): RedactionPlace {
  if (kind === 'EARLIER_INSPECTION' || kind === 'EARLIER_RECOMMENDATION')
    return { kind: 'LINEAGE', id: planId };
  if (isCalendarEntity(kind)) return { kind: 'CALENDAR', id: planId };
  if (placeId === null) return { kind: 'PLAN', id: planId };
  if (kind === 'LINEAGE_LINK') return { kind: 'RECOMMENDATION', id: placeId };
  if (kind === 'PROGRESS_UPDATE' || kind === 'COMMENT') return { kind: 'ACTION', id: placeId };
  if (kind === 'MEASURE_COMMENT') return { kind: 'MEASURE', id: placeId };
  return { kind: kind === 'REPORT_PARAGRAPH' ? 'RECOMMENDATION' : kind, id: placeId };
}
