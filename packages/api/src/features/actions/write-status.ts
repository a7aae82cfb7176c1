import type { ActionRef } from '@gt/contracts/schemas';
import type { DeliveryStatus } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { evidenceStanding } from '@gt/domain/evidence';
import { fromIsoDate, toIsoDateOrNull } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';
import { type ClosingFacts, NOT_CLOSING, planStatus } from './plan-status.ts';
import { keepWrite } from './planned-write.ts';
import type { ActionForWrite } from './write-action.ts';

/** Decides and writes a change of status with its audit row; the caller has checked the right to try. */
export async function writeStatus(
  tx: Tx,
  scope: Scope,
  row: ActionForWrite,
  change: { to: DeliveryStatus; reason: string; auditAs: string },
): Promise<ActionRef> {
  const facts = await closingFacts(tx, scope, row, change.to);
  return keepWrite(tx, scope, planStatus(scope, row, { ...change, facts }));
}

/** Owners, authors and evidence: asked only when the action is to be closed. */
async function closingFacts(
  tx: Tx,
  scope: Scope,
  row: ActionForWrite,
  to: DeliveryStatus,
): Promise<ClosingFacts> {
  if (to !== 'CLOSED') return NOT_CLOSING;
  const today = fromIsoDate(scope.today);
  const holdings =
    row.ownerPostId === null
      ? []
      : await tx.postHolding.findMany({
          where: {
            postId: row.ownerPostId,
            fromDate: { lte: today },
            OR: [{ toDate: null }, { toDate: { gte: today } }],
          },
          select: { userId: true },
        });
  const authors = await tx.progressUpdate.findMany({
    where: { actionId: row.id },
    distinct: ['authorId'],
    select: { authorId: true },
  });
  const links = await tx.evidenceLink.findMany({
    where: { actionId: row.id },
    select: {
      evidence: {
        select: {
          state: true,
          uploadedById: true,
          deletedAt: true,
          redactedAt: true,
          validUntil: true,
          supersededById: true,
          versions: { select: { uploadedById: true } },
        },
      },
    },
  });
  return {
    actionOwnerIds: [
      ...(row.ownerUserId === null ? [] : [row.ownerUserId]),
      ...holdings.map((holding) => holding.userId),
    ],
    updateAuthorIds: authors.map((author) => author.authorId),
    evidence: links.map(({ evidence }) => ({
      state: evidence.state,
      uploadedById: evidence.uploadedById,
      versionsUploadedBy: evidence.versions.map((version) => version.uploadedById),
      isGone: evidence.deletedAt !== null || evidence.redactedAt !== null,
      isPast:
        evidenceStanding(
          { validUntil: toIsoDateOrNull(evidence.validUntil), supersededBy: evidence.supersededById },
          scope.today,
        ) !== null,
    })),
  };
}
