import type { RedactableEntity } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { TELLING_LENGTH } from '@gt/domain/redaction';
import { namedContents } from '../../core/named-contents.ts';
import { plansThatPrint } from '../../core/plans-that-print.ts';
import { blankLineage, isLineageEntity } from '../lineage/blank-lineage.ts';
import { destroyReport } from '../reports/blank-reports.ts';
import { blankAction, forgetReasons } from './blank-action.ts';
import { blankCalendar, isCalendarEntity } from './blank-calendar.ts';
import { blankEnquiry } from './blank-enquiry.ts';
import { blankEvidence } from './blank-evidence.ts';
import { blankMeasure, blankMeasureComment } from './blank-measure.ts';
import { blankCovers, blankPack } from './blank-pack.ts';
import { blankRecommendation } from './blank-recommendation.ts';
import { blankReview, blankReviewCopies } from './blank-review.ts';
import type { Destroyable } from './destroyable.ts';
import { DESTROYED } from './destroyed.ts';
import { forgetCopies } from './forget-copies.ts';

/** Part of a destroyed text, half-typed in a draft, of at least this many characters. */
const HALF_TYPED = 4;

/**
 * Blanks a record and every copy of its words: the record's own columns, the payloads of its history, history and
 * drafts of the plan that repeat the words, templates and views that took them along, what was said in meetings in the
 * same words, the stored import, and every pack built since the words were written.
 * The chain still verifies, because it covers salted digests only. Answers the contents (hashes) that nothing live
 * refers to any more: their bytes go after the commit.
 */
export async function destroyRecord(
  tx: Tx,
  entity: RedactableEntity,
  entityId: string,
  target: Destroyable,
  redaction: { id: string; now: Date },
): Promise<string[]> {
  await blankRecord(tx, entity, entityId, target, redaction.now);
  await blankHistory(tx, entityId, target, redaction);
  await forgetDrafts(tx, entity, entityId, target);
  await forgetCopies(tx, target, redaction.now);
  // What was allowed of these words for packs, and why, goes with them; of the rest it is allowed again.
  await tx.textAllowance.deleteMany({ where: { entityId: { in: [entityId, ...target.relatedIds] } } });
  await blankReviewCopies(tx, target, redaction.now);
  const covers = await blankCovers(tx, target, redaction.now);
  const packs = await withdrawPacks(tx, target, redaction.now);
  return unreferenced(tx, [...target.sha256s, ...covers, ...packs]);
}

async function blankRecord(
  tx: Tx,
  entity: RedactableEntity,
  id: string,
  target: Destroyable,
  redactedAt: Date,
): Promise<void> {
  if (entity === 'COMMENT') {
    await tx.actionComment.update({
      where: { id },
      data: { body: DESTROYED, redactedAt },
      select: { id: true },
    });
  } else if (entity === 'PROGRESS_UPDATE') {
    const blank = {
      whatHappened: '',
      difference: '',
      inTheWay: '',
      next: '',
      ragReason: '',
      writtenBy: '',
      redactedAt,
    };
    const row = await tx.progressUpdate.update({ where: { id }, data: blank, select: { actionId: true } });
    await forgetReasons(tx, { id: row.actionId }, target.texts);
  } else if (entity === 'ACTION') {
    await blankAction(tx, id, redactedAt);
    await forgetWaitingWorkbooks(tx, target.planId);
  } else if (entity === 'MEASURE') {
    await blankMeasure(tx, id, redactedAt);
    await forgetWaitingFigures(tx, target.planId);
  } else if (entity === 'MEASURE_COMMENT') {
    await blankMeasureComment(tx, id, redactedAt);
  } else if (entity === 'RECOMMENDATION') {
    await blankRecommendation(tx, id, redactedAt);
    await forgetWaitingWorkbooks(tx, target.planId);
    await tx.importRun.updateMany({ where: { planId: target.planId }, data: { draft: {} } });
  } else if (entity === 'REPORT_PARAGRAPH') {
    const blank = { heading: null, text: DESTROYED, redactedAt };
    await tx.reportParagraph.update({ where: { id }, data: blank, select: { id: true } });
    await tx.importRun.updateMany({ where: { planId: target.planId }, data: { draft: {} } });
    await tx.recommendationParagraph.updateMany({ where: { paragraphId: id }, data: { sharedWords: [] } });
  } else if (entity === 'EVIDENCE') {
    await blankEvidence(tx, id, redactedAt);
    await blankScreenings(tx, { evidenceVersion: { evidenceId: id } }, redactedAt);
  } else if (entity === 'REVIEW') {
    await blankReview(tx, id, target.texts, redactedAt);
  } else if (entity === 'LINE_OF_ENQUIRY') {
    await blankEnquiry(tx, id, redactedAt);
  } else if (entity === 'PACK') {
    await blankPack(tx, id, redactedAt);
  } else if (isCalendarEntity(entity)) {
    await blankCalendar(tx, entity, id, redactedAt);
  } else if (isLineageEntity(entity)) {
    await blankLineage(tx, entity, id, { destroyed: DESTROYED, now: redactedAt });
  } else if (entity === 'REPORT') {
    await destroyReport(tx, id, { destroyed: DESTROYED, now: redactedAt });
  } else {
    await tx.evidenceVersion.update({
      where: { id },
      data: { fileName: DESTROYED, redactedAt },
      select: { id: true },
    });
    await blankScreenings(tx, { versionId: id }, redactedAt);
  }
}

type Screenings = { versionId: string } | { evidenceVersion: { evidenceId: string } };

/** What was found in a file, and what people wrote about it, go with the file. That it was screened stays. */
async function blankScreenings(tx: Tx, where: Screenings, redactedAt: Date): Promise<void> {
  const blank = { findings: [], notices: [], unread: [], justification: '', decisionNote: '' };
  await tx.evidenceScreening.updateMany({
    where,
    data: { ...blank, redactedAt, version: { increment: 1 } },
  });
}

type Fragments = { telling: string[]; whole: string[] };

/** Texts as PostgreSQL writes them in a jsonb: the telling ones to be found anywhere, all of them as a whole value. */
function jsonFragments({ texts }: Destroyable): Fragments {
  const telling = texts
    .filter((text) => text.length >= TELLING_LENGTH)
    .map((text) => JSON.stringify(text).slice(1, -1));
  return { telling, whole: texts.map((text) => JSON.stringify(text)) };
}

async function blankHistory(
  tx: Tx,
  entityId: string,
  target: Destroyable,
  redaction: { id: string; now: Date },
): Promise<void> {
  const { telling, whole } = jsonFragments(target);
  await tx.$executeRaw`
    UPDATE "audit_payload" p SET "body" = NULL, "salt" = NULL, "redactedAt" = ${redaction.now}, "redactionId" = ${redaction.id}
    FROM "audit_event" e
    WHERE e."id" = p."eventId" AND p."body" IS NOT NULL AND e."entityType" <> 'REDACTION'
      AND (e."entityId" = ${entityId}
        OR (e."planId" = ${target.planId}
          AND EXISTS (SELECT 1 FROM unnest(${telling}::text[]) AS f WHERE position(f IN p."body"::text) > 0))
        OR (e."entityId" = ANY(${target.relatedIds}::text[])
          AND EXISTS (SELECT 1 FROM unnest(${whole}::text[]) AS f WHERE position(f IN p."body"::text) > 0)))`;
}

/** Drafts of the record, drafts that hold its words, and drafts beside it that were half-way to them. */
async function forgetDrafts(tx: Tx, entity: string, entityId: string, target: Destroyable): Promise<void> {
  const { telling, whole } = jsonFragments(target);
  await tx.$executeRaw`
    DELETE FROM "draft" d WHERE (d."entityType" = ${entity} AND d."entityId" = ${entityId})
      OR EXISTS (SELECT 1 FROM unnest(${telling}::text[]) AS f WHERE position(f IN d."body"::text) > 0)
      OR (d."entityId" = ANY(${target.relatedIds}::text[]) AND (
        EXISTS (SELECT 1 FROM unnest(${whole}::text[]) AS f WHERE position(f IN d."body"::text) > 0)
        OR EXISTS (
          SELECT 1 FROM jsonb_path_query(d."body", '$.** ? (@.type() == "string")') AS v, unnest(${target.texts}::text[]) AS t
          WHERE length(btrim(v #>> '{}')) >= ${HALF_TYPED} AND position(btrim(v #>> '{}') IN t) > 0)))`;
}

/** Finished packs that print a record, or may. */
export async function packsWith(tx: Tx, { planId, inPacksSince }: Destroyable) {
  const since = inPacksSince === null ? { in: [] } : { gte: inPacksSince };
  return {
    planId: { in: await plansThatPrint(tx, planId) },
    state: 'READY',
    redactedAt: null,
    finishedAt: since,
  } as const;
}

/** A stored pack cannot be unpicked: every pack built since the words were written loses its bytes and says so. */
async function withdrawPacks(tx: Tx, target: Destroyable, redactedAt: Date): Promise<string[]> {
  const packs = await tx.pack.findMany({
    where: await packsWith(tx, target),
    select: { id: true, sha256: true },
  });
  for (const pack of packs) {
    await tx.$executeRaw`
      UPDATE "pack" SET "manifest" = NULL, "omissions" = NULL, "coverNote" = '', "redactedAt" = ${redactedAt}
      WHERE "id" = ${pack.id}`;
  }
  // What any pack of the plan was going to say, or said, is kept as text: one that is not finished is put together anew.
  await tx.$executeRaw`UPDATE "pack" SET "content" = NULL WHERE "planId" = ANY(${await plansThatPrint(tx, target.planId)}::text[]) AND "content" IS NOT NULL
    AND ("redactedAt" IS NOT NULL OR "state" <> 'READY')`;
  return packs.flatMap((pack) => pack.sha256 ?? []);
}

/** Of these contents, the ones that no live row names: the same rule by which the store is swept. */
export async function unreferenced(db: Pick<Tx, '$queryRaw'>, sha256s: string[]): Promise<string[]> {
  if (sha256s.length === 0) return [];
  const rows = await db.$queryRaw<{ sha256: string }[]>`
    SELECT DISTINCT s AS "sha256" FROM unnest(${sha256s}::text[]) AS s
    WHERE NOT EXISTS (SELECT 1 FROM (${namedContents}) n WHERE n."sha256" = s)`;
  return rows.map((row) => row.sha256);
}

/** Sheets that wait to be brought into the plan may hold the same words: they are blanked, and their names with them. */
async function forgetWaitingWorkbooks(tx: Tx, planId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "workbook_import" SET "grid" = NULL, "version" = "version" + 1,
      "failure" = 'Words of this plan were destroyed since it was read. Throw it away, mend the workbook and choose it again.'
    WHERE "planId" = ${planId} AND "importedAt" IS NULL AND "grid" IS NOT NULL`;
}

/** A file of figures that waits to be entered may hold the same words. */
async function forgetWaitingFigures(tx: Tx, planId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "figure_import" SET "grid" = NULL, "version" = "version" + 1,
      "failure" = 'Words of this plan were destroyed since it was read. Throw it away, mend the file and choose it again.'
    WHERE "planId" = ${planId} AND "importedAt" IS NULL AND "grid" IS NOT NULL`;
}
