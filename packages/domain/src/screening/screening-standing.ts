import type { ScreeningAnswer, ScreeningOutcome, ScreeningStanding } from '@gt/contracts/words';
import { countOf } from '../wording/index.ts';

/**
 * Edition of the rules. A change of what they find is a new edition: everything is then screened again, and what was
 * answered counts on where the new edition finds the same.
 */
export const SCREENING_RULES = 1;

/** What is known of one version of a file; null when it was not screened yet. */
export type Screened = {
  outcome: ScreeningOutcome;
  total: number;
  /** Of them, those that must be answered. */
  likely: number;
  /** What could not be read, a sentence each. */
  unread: readonly string[];
  answer: ScreeningAnswer;
};

/**
 * How a file stands. Likely findings, and whatever could not be read to its end, must be settled by people: a file
 * of which a part was not read is never called clean.
 * Example: a photograph without any text cannot be screened → TO_SETTLE; once a verifier has allowed it → ALLOWED.
 */
export function screeningStanding(screened: Screened | null): ScreeningStanding {
  if (!screened) return 'NOT_SCREENED';
  const { outcome, total, likely, unread, answer } = screened;
  if (likely > 0 || unread.length > 0 || outcome === 'COULD_NOT_SCREEN') {
    return answer === 'NONE' ? 'TO_SETTLE' : answer;
  }
  return total > 0 ? 'POSSIBLE' : 'NOTHING_FOUND';
}

/** Whether a file that stands so may go into a pack. */
export function mayLeave(standing: ScreeningStanding): boolean {
  return standing === 'NOTHING_FOUND' || standing === 'POSSIBLE' || standing === 'ALLOWED';
}

/**
 * What screening says of a file, in a sentence or two.
 * Example: "Screening found 2 things that identify somebody, and 1 to be looked at."
 */
export function screeningWords(screened: Omit<Screened, 'answer'> | null): string {
  if (!screened) return 'It has not been screened yet.';
  const { total, likely, unread } = screened;
  const possible = total - likely;
  const part = unread.length > 0 ? ' Not all of it could be read.' : '';
  if (total === 0) {
    return screened.outcome === 'COULD_NOT_SCREEN'
      ? 'It could not be screened, so nobody can say what is in it.'
      : 'Nothing was found that identifies somebody.';
  }
  if (likely === 0) return `Screening found ${countOf(possible, 'thing')} to be looked at.${part}`;
  const identifies = `${countOf(likely, 'thing')} that ${likely === 1 ? 'identifies' : 'identify'} somebody`;
  return `Screening found ${identifies}${possible > 0 ? `, and ${possible} to be looked at` : ''}.${part}`;
}
