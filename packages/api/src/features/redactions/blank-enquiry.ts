import type { Tx } from '@gt/db';
import { enquiryReference } from '@gt/domain/evidence';
import { DESTROYED } from './destroyed.ts';

/** Blanks a line of enquiry, which is taken off the list with its words. */
export async function blankEnquiry(tx: Tx, id: string, redactedAt: Date): Promise<void> {
  await tx.lineOfEnquiry.update({
    where: { id },
    data: {
      question: DESTROYED,
      note: '',
      redactedAt,
      deletedAt: redactedAt,
      version: { increment: 1 },
    },
    select: { id: true },
  });
}

/** What is known of a line before that, with the texts that would go. Null without it. */
export async function enquiryTexts(tx: Tx, id: string) {
  const row = await tx.lineOfEnquiry.findUnique({
    where: { id },
    select: { planId: true, number: true, question: true, note: true },
  });
  if (!row) return null;
  const { planId, number, question, note } = row;
  return { planId, reference: enquiryReference(number), texts: [question, note] };
}
