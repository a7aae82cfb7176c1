import type { EnquiryCreateInput, EnquiryWritten } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { enquiryReference } from '@gt/domain/evidence';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { checkEnquiry } from './enquiry-facts.ts';

/** Adds a line of enquiry with the next number of its plan. The same intent twice adds one. Throws NOT_FOUND, INVALID. */
export async function createEnquiry(
  ctx: Context,
  scope: Scope,
  input: EnquiryCreateInput,
): Promise<EnquiryWritten> {
  const { planId, idempotencyKey, ...facts } = input;
  return inTransaction(ctx.db, async (tx) => {
    const enquiryId = newId();
    const earlier = await claimOnce(tx, scope, {
      key: idempotencyKey,
      operation: 'enquiry.create',
      entityId: enquiryId,
    });
    if (earlier) return existing(tx, earlier);
    const plan = await tx.plan.findFirst({ where: { id: planId, deletedAt: null }, select: { id: true } });
    if (!plan) throw notFound('plan');
    await checkEnquiry(tx, planId, facts);
    const { nextEnquiryNumber } = await tx.plan.update({
      where: { id: planId },
      data: { nextEnquiryNumber: { increment: 1 } },
      select: { nextEnquiryNumber: true },
    });
    const number = nextEnquiryNumber - 1;
    await tx.lineOfEnquiry.create({
      data: { id: enquiryId, planId, number, ...facts, createdById: scope.userId, createdAt: scope.now },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'enquiry.create',
      entityType: 'LINE_OF_ENQUIRY',
      entityId: enquiryId,
      planId,
      after: { reference: enquiryReference(number), ...facts },
    });
    return { enquiryId, reference: enquiryReference(number), version: 1 };
  });
}

async function existing(tx: Tx, enquiryId: string): Promise<EnquiryWritten> {
  const { number, version } = await tx.lineOfEnquiry.findUniqueOrThrow({
    where: { id: enquiryId },
    select: { number: true, version: true },
  });
  return { enquiryId, reference: enquiryReference(number), version };
}
