import type { EnquiryEditInput, EnquiryRemoveInput, EnquiryWritten } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { enquiryReference } from '@gt/domain/evidence';
import { changedFields, recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import { checkEnquiry, type EnquiryFacts } from './enquiry-facts.ts';

/** Changes a line of enquiry, or what was chosen for it by hand. Throws NOT_FOUND, CONFLICT, INVALID. */
export async function editEnquiry(
  ctx: Context,
  scope: Scope,
  { enquiryId, version, ...facts }: EnquiryEditInput,
): Promise<EnquiryWritten> {
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadEnquiry(tx, enquiryId);
    await checkEnquiry(tx, row.planId, facts);
    await write(tx, row, version, facts);
    await recordAudit(tx, scope, {
      action: 'enquiry.edit',
      entityType: 'LINE_OF_ENQUIRY',
      entityId: enquiryId,
      planId: row.planId,
      ...changedFields<EnquiryFacts>(factsOf(row), facts),
    });
    return { enquiryId, reference: enquiryReference(row.number), version: version + 1 };
  });
}

/** Takes a line of enquiry away; its history stays. Throws NOT_FOUND, CONFLICT. */
export async function removeEnquiry(
  ctx: Context,
  scope: Scope,
  { enquiryId, version }: EnquiryRemoveInput,
): Promise<EnquiryWritten> {
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadEnquiry(tx, enquiryId);
    await write(tx, row, version, { deletedAt: scope.now });
    await recordAudit(tx, scope, {
      action: 'enquiry.remove',
      entityType: 'LINE_OF_ENQUIRY',
      entityId: enquiryId,
      planId: row.planId,
      before: factsOf(row),
      after: { removed: true },
    });
    return { enquiryId, reference: enquiryReference(row.number), version: version + 1 };
  });
}

type Row = EnquiryFacts & { id: string; planId: string; number: number; version: number };

function factsOf({ question, note, recommendationIds, evidenceIds }: Row): EnquiryFacts {
  return { question, note, recommendationIds, evidenceIds };
}

async function loadEnquiry(tx: Tx, id: string): Promise<Row> {
  const row = await tx.lineOfEnquiry.findFirst({
    where: { id, deletedAt: null },
    select: {
      id: true,
      planId: true,
      number: true,
      question: true,
      note: true,
      recommendationIds: true,
      evidenceIds: true,
      version: true,
    },
  });
  if (!row) throw notFound('line of enquiry');
  return row;
}

async function write(
  tx: Tx,
  row: Row,
  version: number,
  data: EnquiryFacts | { deletedAt: Date },
): Promise<void> {
  const written = await tx.lineOfEnquiry.updateMany({
    where: { id: row.id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (written.count === 0) throw await staleWrite(tx, 'LINE_OF_ENQUIRY', row.id, row.version, factsOf(row));
}
