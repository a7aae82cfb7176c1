import type { RedactableEntity, ReportContent } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { blankWords } from '@gt/domain/report';

/** Records of which a paper may have said other things then; everything beside their reference goes. */
const WHOLE_RECORDS: readonly RedactableEntity[] = ['ACTION', 'RECOMMENDATION', 'MEASURE', 'EVIDENCE'];

type Destroyed = {
  planId: string;
  entity: RedactableEntity;
  entityId: string;
  /** "R1.A2, update of 4 March 2026". */
  reference: string;
  texts: readonly string[];
  /** What stands in the place of destroyed words. */
  destroyed: string;
  now: Date;
};

/**
 * Takes destroyed words out of every paper of a plan, in the transaction that destroys them. The files of an issued
 * one are withdrawn, and it is issued again with what is left: `again` names those for whose files a job has to be
 * asked, `sha256s` the contents whose bytes go. Mail with such a file that has not gone out is not sent. The plan's row
 * is locked first, so that no paper is being written meanwhile from the words.
 */
export async function blankReports(tx: Tx, of: Destroyed): Promise<{ again: string[]; sha256s: string[] }> {
  await tx.$queryRaw`SELECT 1 FROM "plan" WHERE "id" = ${of.planId} FOR UPDATE`;
  const reports = await tx.report.findMany({
    where: { planId: of.planId, id: { not: of.entityId } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  const [again, sha256s]: [string[], string[]] = [[], []];
  // One at a time: all the papers of a plan at once would fill the memory.
  for (const { id } of reports) {
    const state = await blankReport(tx, id, of);
    if (state !== 'ISSUED') continue;
    again.push(id);
    sha256s.push(...(await withdrawFiles(tx, id)));
  }
  return { again, sha256s };
}

/** Answers the state in which the paper was when words went from it; null when it holds none of them. */
async function blankReport(tx: Tx, id: string, of: Destroyed): Promise<string | null> {
  // Locked before it is read, so that no words are saved meanwhile.
  await tx.$queryRaw`SELECT 1 FROM "report" WHERE "id" = ${id} FOR UPDATE`;
  const row = await tx.report.findUniqueOrThrow({
    where: { id },
    select: { title: true, content: true, state: true, reviewId: true },
  });
  const blanked = blankWords(
    { title: row.title, content: row.content as unknown as ReportContent },
    {
      texts: of.texts,
      reference: of.reference.split(',')[0] ?? '',
      isWholeRecord: WHOLE_RECORDS.includes(of.entity),
      isOwnPaper: row.reviewId === of.entityId,
      destroyed: of.destroyed,
    },
  );
  if (!blanked) return null;
  await tx.report.update({
    where: { id },
    data: {
      title: blanked.title,
      content: blanked.content as unknown as object,
      redactedAt: of.now,
      ...(row.state === 'ISSUED' ? { state: 'ISSUING' } : {}),
      version: { increment: 1 },
    },
    select: { id: true },
  });
  return row.state;
}

/** A paper that is destroyed as a whole: nothing of its words stays, nor its files. */
export async function destroyReport(
  tx: Tx,
  id: string,
  { destroyed, now }: Pick<Destroyed, 'destroyed' | 'now'>,
): Promise<void> {
  const { state } = await tx.report.findUniqueOrThrow({ where: { id }, select: { state: true } });
  const content: ReportContent = { formatVersion: 1, subtitle: '', facts: [], sections: [] };
  await tx.report.update({
    where: { id },
    data: {
      title: destroyed,
      content: content as unknown as object,
      failure: null,
      redactedAt: now,
      ...(state === 'ISSUED' ? {} : { state: 'DRAFT' }),
      version: { increment: 1 },
    },
    select: { id: true },
  });
  await tx.reportApproval.updateMany({ where: { reportId: id }, data: { note: '', redactedAt: now } });
  await withdrawFiles(tx, id);
}

async function withdrawFiles(tx: Tx, reportId: string): Promise<string[]> {
  const files = await tx.reportFile.findMany({ where: { reportId }, select: { sha256: true } });
  const sha256s = files.map(({ sha256 }) => sha256);
  await tx.reportFile.deleteMany({ where: { reportId } });
  // The clock that it was submitted to keeps the day, and loses the copy.
  await tx.statutoryClock.updateMany({
    where: { submittedSha256: { in: sha256s } },
    data: { submittedSha256: null, submittedFileName: null, submittedMediaType: null },
  });
  await tx.$executeRaw`
    DELETE FROM "outbox_mail" WHERE "sentAt" IS NULL AND EXISTS (
      SELECT 1 FROM jsonb_array_elements(coalesce("attachments", '[]')) a
      WHERE a ->> 'sha256' = ANY(${sha256s}::text[]))`;
  return sha256s;
}

/** What is known of a paper before it is destroyed: the words that somebody typed, and its files. Null without it. */
export async function reportTexts(tx: Tx, id: string) {
  const row = await tx.report.findUnique({
    where: { id },
    select: {
      planId: true,
      kind: true,
      number: true,
      versionNumber: true,
      edition: true,
      content: true,
      approvals: { select: { note: true } },
      files: { select: { sha256: true } },
    },
  });
  if (!row) return null;
  const { content, approvals, files, ...report } = row;
  const typed = (content as unknown as ReportContent).sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'WORDS' && block.text !== block.written ? [block.text] : []));
  return {
    report,
    texts: [...typed, ...approvals.map(({ note }) => note)],
    sha256s: files.map(({ sha256 }) => sha256),
  };
}
