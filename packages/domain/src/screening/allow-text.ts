import type { FieldProblem } from '@gt/contracts/words';
import { checkReason } from '../wording/index.ts';

export type AllowTextResult =
  | { ok: true; reason: string }
  | { ok: false; code: 'NOT_OPEN' | 'NOT_INDEPENDENT' | 'INVALID'; problems: FieldProblem[] };

/** Why this person may not allow these words, as a sentence; '' when they may. */
export function whyNotAllow({ authorIds, userId }: { authorIds: readonly string[]; userId: string }): string {
  return authorIds.includes(userId)
    ? 'You wrote these words, so another verifier must allow them, or you take out what was found.'
    : '';
}

/**
 * A verifier says that typed words may stand in packs although screening found in them what may say who somebody is:
 * never of one's own words, and with a reason that a reader may ask for. `found` is what screening finds in them now.
 * Source: what is found is taken out, or justified to a verifier, all on record; separation of duties by record.
 * Example: an update with a number of an advice line, allowed by whoever did not write it → ok.
 */
export function allowText(input: {
  found: number;
  authorIds: readonly string[];
  userId: string;
  reason: string;
}): AllowTextResult {
  const refuse = (code: 'NOT_OPEN' | 'NOT_INDEPENDENT', message: string): AllowTextResult => ({
    ok: false,
    code,
    problems: [{ field: 'reason', message }],
  });
  if (input.found === 0) return refuse('NOT_OPEN', 'Nothing is found in these words now. Reload the page.');
  const why = whyNotAllow(input);
  if (why !== '') return refuse('NOT_INDEPENDENT', why);
  const problems = checkReason(
    'reason',
    input.reason,
    'Enter why these words identify nobody who must not be',
  );
  return problems.length > 0
    ? { ok: false, code: 'INVALID', problems }
    : { ok: true, reason: input.reason.trim() };
}
