import type { DeclarableRag } from '@gt/contracts/words';
import { declareRag, RAG_REASON_MAX } from '@gt/domain/action';
import { checkMismatchReason, ragMismatch } from '@gt/domain/rag';
import type { AgendaItem } from '../queries.ts';
import type { Rating } from './write-queue.ts';

export type Rated = { ok: true; rating: Rating } | { ok: false; message: string };

/** The note as the reason for a colour: the whole of it, or its beginning where a reason may not be so long. */
export function reasonOf(note: string): string {
  const words = note.trim();
  return words.length <= RAG_REASON_MAX ? words : `${words.slice(0, RAG_REASON_MAX - 1).trimEnd()}…`;
}

/**
 * The colour that the meeting gives an action, with the note as its reason and, where it is better than the rule's,
 * as the explanation too: what is said once is typed once. Refused in words while the note does not say enough.
 * `ruleSentence` is why the rule says what it says.
 * Example: At risk → On track with an empty note is refused with "Say why the rating changes from At risk to On track".
 */
export function rateItem(
  item: Pick<AgendaItem, 'rag' | 'calculatedRag' | 'status' | 'actionVersion'>,
  rag: DeclarableRag,
  note: string,
  ruleSentence: string,
): Rated {
  const { status, actionVersion } = item;
  if (status === null || actionVersion === null) return { ok: false, message: 'A decision has no colour.' };
  const ragReason = reasonOf(note);
  const declared = declareRag({ rag, ragReason, previous: item.rag, status });
  if (!declared.ok) return { ok: false, message: declared.problems[0]?.message ?? '' };
  const calculated = { rag: item.calculatedRag, sentence: ruleSentence };
  const mismatch = ragMismatch(rag, { ...calculated, reasons: [] });
  const isBetter = mismatch.isMismatch && mismatch.kind === 'DECLARED_BETTER';
  const problem = isBetter ? checkMismatchReason(rag, calculated, ragReason)[0] : undefined;
  if (problem) return { ok: false, message: problem.message };
  const rating: Rating = { actionVersion, rag, ragReason };
  return { ok: true, rating: isBetter ? { ...rating, mismatchReason: ragReason } : rating };
}
