import type { EnquiryCreateInput, EnquiryWritten } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { enquiryReference } from '@gt/domain/evidence';
import type { Context } from '../../core/context.ts';
import { notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { addEnquiry } from './add-enquiry.ts';

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
    const { reference } = await addEnquiry(tx, scope, {
      id: enquiryId,
      planId,
      facts,
      createdById: scope.userId,
    });
    return { enquiryId, reference, version: 1 };
  });
}

async function existing(tx: Tx, enquiryId: string): Promise<EnquiryWritten> {
  const { number, version } = await tx.lineOfEnquiry.findUniqueOrThrow({
    where: { id: enquiryId },
    select: { number: true, version: true },
  });
  return { enquiryId, reference: enquiryReference(number), version };
}
