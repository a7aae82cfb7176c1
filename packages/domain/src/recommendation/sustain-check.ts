import type { FieldProblem, IsoDate, SustainState } from '@gt/contracts/words';
import { formatDate } from '@gt/contracts/words';
import { addDays } from '../calendar/index.ts';
import { checkText } from '../wording/index.ts';

/** How long before its day a check may be made, in days. A failure can be recorded at any time. */
export const CHECK_EARLY_DAYS = 14;
/** The shortest note on a check, and the longest, in characters. */
export const CHECK_NOTE = { min: 20, max: 4_000 } as const;

export type SustainCheckFacts = {
  state: SustainState;
  dueDate: IsoDate;
  /** Whether the closing it belongs to was ended: then there is nothing left to check. */
  isEnded: boolean;
  outcome: 'SUSTAINED' | 'NOT_SUSTAINED';
  note: string;
  /** How many of the items named count as proof today. */
  proof: number;
  userId: string;
  leadHolderIds: readonly string[];
};
export type SustainDecision =
  | { ok: true; reopens: boolean }
  | { ok: false; code: 'RULE' | 'INVALID'; problems: FieldProblem[] };

/**
 * Decides one sustain check. That it lasts is said with at least one item of evidence that counts; that it did not last
 * opens the recommendation again, and needs no more than the words.
 * Source: sustain checks at 3 and 6 months reopen on failure.
 * Example: "It lasts" without evidence → INVALID, "Choose the evidence that shows it".
 */
export function decideSustainCheck(facts: SustainCheckFacts, today: IsoDate): SustainDecision {
  const { outcome, dueDate } = facts;
  const rule = (message: string): SustainDecision => ({
    ok: false,
    code: 'RULE',
    problems: [{ field: 'outcome', message }],
  });
  if (facts.isEnded) return rule('The recommendation was opened again since, so there is nothing to check.');
  if (facts.state !== 'WAITING') return rule('This check has been made. Put it right if it is wrong.');
  if (facts.leadHolderIds.includes(facts.userId)) {
    return rule('You answer for this recommendation, so somebody else must check whether it lasts.');
  }
  const from = addDays(dueDate, -CHECK_EARLY_DAYS);
  if (outcome === 'SUSTAINED' && today < from) {
    return rule(`This check is due on ${formatDate(dueDate)} and can be made from ${formatDate(from)}.`);
  }
  const label = { label: 'The note', enter: 'Enter what you looked at and what you found', ...CHECK_NOTE };
  const problems = checkText('note', facts.note, label);
  if (outcome === 'SUSTAINED' && facts.proof === 0) {
    problems.push({ field: 'evidenceIds', message: 'Choose the evidence that shows it' });
  }
  if (problems.length > 0) return { ok: false, code: 'INVALID', problems };
  return { ok: true, reopens: outcome === 'NOT_SUSTAINED' };
}
