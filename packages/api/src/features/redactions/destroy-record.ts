import type { RedactableEntity } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import type { Destroyable } from './destroyable.ts';
import { DESTROYED } from './destroyed.ts';

/** Texts shorter than this are not looked for in copies: they would match everywhere. */
const SEARCHABLE = 4;

/**
 * Blanks a record and every copy of its words: the record's own columns, the payloads of its history, history and
 * drafts of the plan that repeat the words, the stored import, and every pack built since the words were written.
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
  const packs = await withdrawPacks(tx, target, redaction.now);
  return [...(await unreferenced(tx, target.sha256s)), ...packs];
}

async function blankRecord(
  tx: Tx,
  entity: RedactableEntity,
  id: string,
  target: Destroyable,
  redactedAt: Date,
): Promise<void> {
  const next = { redactedAt, version: { increment: 1 } };
  if (entity === 'PROGRESS_UPDATE') {
    const blank = { whatHappened: '', difference: '', inTheWay: '', next: '', ragReason: '', redactedAt };
    const row = await tx.progressUpdate.update({ where: { id }, data: blank, select: { actionId: true } });
    // The action repeats the latest reason for its colour.
    await tx.action.updateMany({
      where: { id: row.actionId, ragReason: { in: target.texts } },
      data: { ragReason: '', version: { increment: 1 } },
    });
  } else if (entity === 'ACTION') {
    const blank = {
      title: DESTROYED,
      detail: '',
      successMeasure: '',
      ragReason: '',
      statusReason: null,
      deletedReason: null,
    };
    await tx.action.update({ where: { id }, data: { ...blank, ...next }, select: { id: true } });
    await tx.dateRevision.updateMany({ where: { actionId: id }, data: { reason: DESTROYED, redactedAt } });
  } else if (entity === 'RECOMMENDATION') {
    const blank = { quote: DESTROYED, leadIn: null, goodLooksLike: '', closureTest: '' };
    await tx.recommendation.update({ where: { id }, data: { ...blank, ...next }, select: { id: true } });
    await tx.importRun.updateMany({ where: { planId: target.planId }, data: { draft: {} } });
  } else if (entity === 'EVIDENCE') {
    const blank = { title: DESTROYED, shows: '', source: '' };
    await tx.evidence.update({ where: { id }, data: { ...blank, ...next }, select: { id: true } });
    await tx.evidenceVersion.updateMany({
      where: { evidenceId: id },
      data: { fileName: DESTROYED, redactedAt },
    });
    await tx.evidenceCheck.updateMany({ where: { evidenceId: id }, data: { reason: DESTROYED, redactedAt } });
  } else {
    await tx.evidenceVersion.update({
      where: { id },
      data: { fileName: DESTROYED, redactedAt },
      select: { id: true },
    });
  }
}

/** JSON text of a string without its quotation marks, as PostgreSQL writes it inside a jsonb text. */
function jsonFragments(target: Destroyable): string[] {
  return target.texts
    .filter((text) => text.length >= SEARCHABLE)
    .map((text) => JSON.stringify(text).slice(1, -1));
}

async function blankHistory(
  tx: Tx,
  entityId: string,
  target: Destroyable,
  redaction: { id: string; now: Date },
): Promise<void> {
  const fragments = jsonFragments(target);
  await tx.$executeRaw`
    UPDATE "audit_payload" p SET "body" = NULL, "salt" = NULL, "redactedAt" = ${redaction.now}, "redactionId" = ${redaction.id}
    FROM "audit_event" e
    WHERE e."id" = p."eventId" AND p."body" IS NOT NULL AND e."entityType" <> 'REDACTION'
      AND (e."entityId" = ${entityId} OR (e."planId" = ${target.planId}
        AND EXISTS (SELECT 1 FROM unnest(${fragments}::text[]) AS f WHERE position(f IN p."body"::text) > 0)))`;
}

async function forgetDrafts(tx: Tx, entity: string, entityId: string, target: Destroyable): Promise<void> {
  const fragments = jsonFragments(target);
  await tx.$executeRaw`
    DELETE FROM "draft" d WHERE (d."entityType" = ${entity} AND d."entityId" = ${entityId})
      OR EXISTS (SELECT 1 FROM unnest(${fragments}::text[]) AS f WHERE position(f IN d."body"::text) > 0)`;
}

/** A stored pack cannot be unpicked: every pack built since the words were written loses its bytes and says so. */
async function withdrawPacks(tx: Tx, target: Destroyable, redactedAt: Date): Promise<string[]> {
  const packs = await tx.pack.findMany({
    where: { planId: target.planId, state: 'READY', redactedAt: null, finishedAt: { gte: target.createdAt } },
    select: { id: true, sha256: true },
  });
  for (const pack of packs) {
    await tx.$executeRaw`
      UPDATE "pack" SET "manifest" = NULL, "omissions" = NULL, "redactedAt" = ${redactedAt} WHERE "id" = ${pack.id}`;
  }
  return packs.flatMap((pack) => pack.sha256 ?? []);
}

/** Of these contents, the ones that no live row names. */
async function unreferenced(tx: Tx, sha256s: string[]): Promise<string[]> {
  if (sha256s.length === 0) return [];
  const rows = await tx.$queryRaw<{ sha256: string }[]>`
    SELECT s AS "sha256" FROM unnest(${sha256s}::text[]) AS s
    WHERE NOT EXISTS (SELECT 1 FROM "evidence_version" v WHERE v."sha256" = s AND v."redactedAt" IS NULL)
      AND NOT EXISTS (SELECT 1 FROM "inspection" i WHERE i."reportSha256" = s)
      AND NOT EXISTS (SELECT 1 FROM "statutory_clock" c WHERE c."submittedSha256" = s)`;
  return rows.map((row) => row.sha256);
}
