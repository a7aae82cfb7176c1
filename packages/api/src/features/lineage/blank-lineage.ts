import type { RedactableEntity } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { toIsoDate } from '../../core/dates.ts';
import { lineageNoteReference } from './lineage-repeats.ts';

/** Kinds of record of this feature that two people can destroy. */
export type LineageEntity = Extract<
  RedactableEntity,
  'EARLIER_INSPECTION' | 'EARLIER_RECOMMENDATION' | 'LINEAGE_LINK'
>;

export function isLineageEntity(entity: RedactableEntity): entity is LineageEntity {
  return entity === 'EARLIER_INSPECTION' || entity === 'EARLIER_RECOMMENDATION' || entity === 'LINEAGE_LINK';
}

type Texts = {
  planId: string;
  reference: string;
  /** The recommendation on whose page it is read; null for what is read on the lineage of its plan. */
  recommendationId: string | null;
  relatedIds: string[];
  texts: (string | null)[];
  sha256s: string[];
};

/** What is known of a record before it is destroyed, with the words that would go; null when it is not there. */
export function lineageTexts(tx: Tx, entity: LineageEntity, id: string): Promise<Texts | null> {
  if (entity === 'EARLIER_INSPECTION') return inspectionTexts(tx, id);
  return entity === 'EARLIER_RECOMMENDATION' ? itemTexts(tx, id) : linkTexts(tx, id);
}

const ITEM = { id: true, quote: true, leadIn: true, whatWasDone: true } as const;

async function inspectionTexts(tx: Tx, id: string): Promise<Texts | null> {
  const row = await tx.earlierInspection.findUnique({
    where: { id },
    select: {
      planId: true,
      endDate: true,
      authority: true,
      inspectionDateText: true,
      reportFileName: true,
      reportSha256: true,
      deletedReason: true,
      recommendations: { select: ITEM },
    },
  });
  if (!row) return null;
  return {
    planId: row.planId,
    reference: `Earlier inspection of ${toIsoDate(row.endDate).slice(0, 4)}`,
    recommendationId: null,
    relatedIds: [id, ...row.recommendations.map((item) => item.id)],
    // Name and days of the inspection stay: they say what was destroyed, and stand in every plan of the council.
    texts: [row.reportFileName, row.deletedReason, ...row.recommendations.flatMap(textsOfItem)],
    sha256s: row.reportSha256 ? [row.reportSha256] : [],
  };
}

function textsOfItem({
  quote,
  leadIn,
  whatWasDone,
}: {
  quote: string;
  leadIn: string | null;
  whatWasDone: string;
}) {
  return [quote, leadIn, whatWasDone];
}

async function itemTexts(tx: Tx, id: string): Promise<Texts | null> {
  const row = await tx.earlierRecommendation.findUnique({
    where: { id },
    select: { ...ITEM, number: true, inspection: { select: { planId: true, endDate: true } } },
  });
  if (!row) return null;
  return {
    planId: row.inspection.planId,
    reference: `Item ${row.number} of the inspection of ${toIsoDate(row.inspection.endDate).slice(0, 4)}`,
    recommendationId: null,
    relatedIds: [id],
    texts: textsOfItem(row),
    sha256s: [],
  };
}

async function linkTexts(tx: Tx, id: string): Promise<Texts | null> {
  const row = await tx.lineageLink.findUnique({
    where: { id },
    select: {
      planId: true,
      note: true,
      recommendationId: true,
      recommendation: { select: { number: true } },
    },
  });
  if (!row) return null;
  return {
    planId: row.planId,
    reference: lineageNoteReference(row.recommendation.number),
    recommendationId: row.recommendationId,
    relatedIds: [id],
    texts: [row.note],
    sha256s: [],
  };
}

type Blank = { destroyed: string; now: Date };

/** Blanks a record of this feature; of an inspection everything it said, and what names its file. */
export async function blankLineage(
  tx: Tx,
  entity: LineageEntity,
  id: string,
  { destroyed, now }: Blank,
): Promise<void> {
  const next = { redactedAt: now, version: { increment: 1 } };
  const item = { quote: destroyed, leadIn: null, whatWasDone: '', ...next };
  if (entity === 'LINEAGE_LINK') {
    await tx.lineageLink.update({ where: { id }, data: { note: '', ...next }, select: { id: true } });
  } else if (entity === 'EARLIER_RECOMMENDATION') {
    await tx.earlierRecommendation.update({ where: { id }, data: item, select: { id: true } });
  } else {
    await forgetReading(tx, id);
    await tx.earlierInspection.update({
      where: { id },
      data: { reportFileName: null, reportSha256: null, deletedReason: null, ...next },
      select: { id: true },
    });
    await tx.earlierRecommendation.updateMany({ where: { earlierInspectionId: id }, data: item });
  }
}

/** The reading that it was confirmed from names the same file, and would keep its bytes. */
async function forgetReading(tx: Tx, earlierInspectionId: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM "import_run" i USING "earlier_inspection" e
    WHERE e."id" = ${earlierInspectionId} AND i."sha256" = e."reportSha256" AND i."planId" = e."planId"`;
}

/** Notes on a recommendation say what it says in other words: they go with it, from either end. */
export async function blankNotesOf(tx: Tx, recommendationId: string, now: Date): Promise<void> {
  await tx.lineageLink.updateMany({
    where: { note: { not: '' }, OR: [{ recommendationId }, { earlierInPlanId: recommendationId }] },
    data: { note: '', redactedAt: now, version: { increment: 1 } },
  });
}

/** The notes that `blankNotesOf` takes away. */
export async function notesOf(tx: Tx, recommendationId: string): Promise<string[]> {
  const rows = await tx.lineageLink.findMany({
    where: { OR: [{ recommendationId }, { earlierInPlanId: recommendationId }] },
    select: { note: true },
  });
  return rows.map(({ note }) => note);
}
