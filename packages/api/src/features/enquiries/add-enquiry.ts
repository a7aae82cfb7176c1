import type { Tx } from '@gt/db';
import { enquiryReference } from '@gt/domain/evidence';
import { recordAudit } from '../../core/audit.ts';
import { checkEnquiry, type EnquiryFacts } from './enquiry-facts.ts';

type NewEnquiry = {
  id: string;
  planId: string;
  facts: EnquiryFacts;
  createdById: string;
  /** Who asked it, where that was in an inspector room. */
  roomVisitorId?: string;
};

/** Writes a line of enquiry with the next number of its plan, in the caller's transaction. Throws INVALID. */
export async function addEnquiry(
  tx: Tx,
  who: Parameters<typeof recordAudit>[1],
  { id, planId, facts, createdById, roomVisitorId }: NewEnquiry,
): Promise<{ reference: string }> {
  await checkEnquiry(tx, planId, facts);
  const { nextEnquiryNumber } = await tx.plan.update({
    where: { id: planId },
    data: { nextEnquiryNumber: { increment: 1 } },
    select: { nextEnquiryNumber: true },
  });
  const number = nextEnquiryNumber - 1;
  await tx.lineOfEnquiry.create({
    data: {
      ...{ id, planId, number, ...facts, createdById, createdAt: who.now },
      ...(roomVisitorId ? { roomVisitorId } : {}),
    },
    select: { id: true },
  });
  await recordAudit(tx, who, {
    action: 'enquiry.create',
    entityType: 'LINE_OF_ENQUIRY',
    entityId: id,
    planId,
    after: { reference: enquiryReference(number), ...facts },
  });
  return { reference: enquiryReference(number) };
}
