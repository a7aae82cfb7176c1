import { listWords } from '../wording/index.ts';

/** What came of nudging somebody; ONESELF when the one who nudges is asked as well. */
export type NudgeOutcome = 'NUDGED' | 'TODAY_ALREADY' | 'LEFT' | 'NO_ROLE' | 'ONESELF';

/** So many references are named in a line. */
const NAMED = 5;

/**
 * What happened, or why nothing did and what mends it, as it follows the person's name.
 * Example: LEFT, R3.A2 → "has left. Give R3.A2 another owner".
 */
export function nudgeWords(outcome: NudgeOutcome, references: readonly string[]): string {
  const which = listWords(references, NAMED);
  switch (outcome) {
    case 'NUDGED':
      return `told in the inbox and in the next digest: ${which}`;
    case 'TODAY_ALREADY':
      return 'nudged today already. One nudge a person a day';
    case 'LEFT':
      return `has left. Give ${which} another owner`;
    case 'NO_ROLE':
      return `may not post updates. Give ${which} another owner, or ask an administrator for the role`;
    case 'ONESELF':
      return `you are asked yourself: update ${which}`;
  }
}

/** Why nobody can be asked of an action: "R3.A2" with the post that nobody holds, or with nothing. */
export function nobodyAskedWords(postTitle: string | null): string {
  return postTitle === null
    ? 'nobody owns it. Give it an owner'
    : `nobody holds ${postTitle}. Name a holder, or give it another owner`;
}
