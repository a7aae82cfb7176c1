import type { EvidenceUploadInput, EvidenceUploadOut } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { validateEvidence } from '@gt/domain/evidence';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDateOrNull } from '../../core/dates.ts';
import { invalid, notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { checkLinks, type LinkTarget } from './check-links.ts';
import { earlierUpload, uploadAnswer } from './earlier-upload.ts';
import { type IncomingFile, type ReceivedFile, receiveFile } from './receive-file.ts';

/**
 * Adds an item of evidence. Rights and words are decided before a byte is taken; then bytes first, row second, so
 * that no row is ever without its file. The same intent twice, at once or one after the other, gives one item and
 * equal answers.
 */
export async function uploadEvidence(
  ctx: Context,
  scope: Scope,
  input: EvidenceUploadInput & { idempotencyKey: string },
  incoming: IncomingFile,
): Promise<EvidenceUploadOut> {
  const problems = validateEvidence(input, scope.today);
  if (problems.length > 0) throw invalid(problems);
  const earlier = await earlierUpload(ctx.db, scope, input.idempotencyKey);
  if (earlier) return earlier;
  await checkLinks(ctx.db, scope, input);
  const file = await receiveFile(ctx, incoming);
  return inTransaction(ctx.db, async (tx) => {
    const ids = { evidenceId: newId(), versionId: newId() };
    const claimed = await claimOnce(tx, scope, {
      key: input.idempotencyKey,
      operation: 'evidence.upload',
      entityId: ids.versionId,
    });
    if (claimed) return uploadAnswer(tx, claimed);
    // Again: an action may have gone, or changed hands, while the bytes were on their way.
    const links = await checkLinks(tx, scope, input);
    await insertEvidence(tx, scope, { ...ids, input, file, links });
    return uploadAnswer(tx, ids.versionId);
  });
}

async function insertEvidence(
  tx: Tx,
  scope: Scope,
  made: {
    evidenceId: string;
    versionId: string;
    input: EvidenceUploadInput;
    file: ReceivedFile;
    links: LinkTarget[];
  },
): Promise<void> {
  const { evidenceId, versionId, file, links } = made;
  const { planId, title, kind, shows, showsImpact, periodFrom, periodTo, source, sensitivity } = made.input;
  const number = await takeNumber(tx, planId);
  const facts = { title, kind, shows, showsImpact, source, sensitivity };
  const by = { uploadedById: scope.userId, changedById: scope.userId };
  await tx.evidence.create({
    data: {
      id: evidenceId,
      planId,
      number,
      ...facts,
      ...by,
      periodFrom: fromIsoDateOrNull(periodFrom),
      periodTo: fromIsoDateOrNull(periodTo),
      createdAt: scope.now,
      changedAt: scope.now,
    },
    select: { id: true },
  });
  await insertVersion(tx, scope, { id: versionId, evidenceId, number: 1, file });
  await tx.evidenceLink.createMany({
    data: links.map((link) => ({ ...link, evidenceId, linkedById: scope.userId, linkedAt: scope.now })),
  });
  await recordAudit(tx, scope, {
    action: 'evidence.upload',
    entityType: 'EVIDENCE',
    entityId: evidenceId,
    planId,
    after: { number, ...facts, periodFrom, periodTo, ...file, links },
  });
}

/** The row of one file. Its bytes are in the store already. */
export async function insertVersion(
  tx: Tx,
  scope: Scope,
  version: { id: string; evidenceId: string; number: number; file: ReceivedFile },
): Promise<void> {
  const { file, ...row } = version;
  await tx.evidenceVersion.create({
    data: {
      ...row,
      ...file,
      size: BigInt(file.size),
      uploadedById: scope.userId,
      uploadedAt: scope.now,
    },
    select: { id: true },
  });
}

/** One statement, so that two uploads at the same moment never get the same number. */
async function takeNumber(tx: Tx, planId: string): Promise<number> {
  const [taken] = await tx.$queryRaw<{ number: number }[]>`
    UPDATE "plan" SET "nextEvidenceNumber" = "nextEvidenceNumber" + 1
    WHERE "id" = ${planId} AND "deletedAt" IS NULL
    RETURNING "nextEvidenceNumber" - 1 AS "number"`;
  if (!taken) throw notFound('plan');
  return taken.number;
}
