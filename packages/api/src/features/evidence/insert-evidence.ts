import type { EvidenceUploadInput } from '@gt/contracts/schemas';
import type { EvidenceForm } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDateOrNull } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { enqueueScreening } from '../screening/enqueue-screening.ts';
import type { LinkTarget } from './check-links.ts';
import type { ReceivedFile } from './receive-file.ts';

type NewEvidence = {
  evidenceId: string;
  versionId: string;
  form: EvidenceForm;
  input: EvidenceUploadInput;
  /** In the store already. */
  file: ReceivedFile;
  links: LinkTarget[];
};

/** The rows of a new item of evidence, whatever its form, with its first version, its links and its audit. */
export async function insertEvidence(
  ctx: Pick<Context, 'jobs'>,
  tx: Tx,
  scope: Scope,
  made: NewEvidence,
): Promise<void> {
  const { evidenceId, versionId, file, links, form } = made;
  const { planId, actionIds: _actions, recommendationIds: _recommendations, ...said } = made.input;
  const { periodFrom, periodTo, validUntil, ...words } = said;
  const number = await takeNumber(tx, planId);
  const facts = { ...words, difference: words.difference ?? '' };
  const details = { ...facts, periodFrom, periodTo, validUntil };
  await tx.evidence.create({
    data: {
      id: evidenceId,
      planId,
      number,
      form,
      ...facts,
      uploadedById: scope.userId,
      changedById: scope.userId,
      periodFrom: fromIsoDateOrNull(periodFrom),
      periodTo: fromIsoDateOrNull(periodTo),
      validUntil: fromIsoDateOrNull(validUntil),
      createdAt: scope.now,
      changedAt: scope.now,
    },
    select: { id: true },
  });
  await insertVersion(tx, scope, { id: versionId, evidenceId, number: 1, file, details });
  await tx.evidenceLink.createMany({
    data: links.map((link) => ({ ...link, evidenceId, linkedById: scope.userId, linkedAt: scope.now })),
  });
  await recordAudit(tx, scope, {
    action: form === 'FILE' ? 'evidence.upload' : 'evidence.write',
    entityType: 'EVIDENCE',
    entityId: evidenceId,
    planId,
    after: { number, form, ...details, ...file, links },
  });
  await enqueueScreening(ctx, tx, versionId);
}

/** The row of one version. Its bytes are in the store already; `details` is what the record says at this moment. */
export async function insertVersion(
  tx: Tx,
  scope: Scope,
  version: {
    id: string;
    evidenceId: string;
    number: number;
    file: ReceivedFile;
    details: Record<string, unknown>;
  },
): Promise<void> {
  const { file, details, ...row } = version;
  await tx.evidenceVersion.create({
    data: {
      ...row,
      ...file,
      details: details as object,
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
