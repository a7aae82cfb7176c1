import type { Tx } from '@gt/db';
import { DESTROYED } from './destroyed.ts';

/** Every word that is kept of an item of evidence: its own, and those of its versions, checks and questions. */
export async function blankEvidence(tx: Tx, id: string, redactedAt: Date): Promise<void> {
  const blank = { title: DESTROYED, shows: '', difference: '', source: '', authorPost: '' };
  await tx.evidence.update({
    where: { id },
    data: { ...blank, redactedAt, version: { increment: 1 } },
    select: { id: true },
  });
  await tx.$executeRaw`
    UPDATE "evidence_version" SET "fileName" = ${DESTROYED}, "details" = NULL, "redactedAt" = ${redactedAt}
    WHERE "evidenceId" = ${id}`;
  await tx.evidenceCheck.updateMany({ where: { evidenceId: id }, data: { reason: DESTROYED, redactedAt } });
  await tx.evidenceQuestion.updateMany({
    where: { evidenceId: id },
    data: { text: DESTROYED, answer: '', redactedAt, version: { increment: 1 } },
  });
}
