import type { FieldProblem, IsoDate, RecommendationStatus } from '@gt/contracts/words';
import { addMonths } from '../calendar/index.ts';
import type { Sufficiency } from '../evidence/index.ts';
import { checkReason, checkText, listWords } from '../wording/index.ts';
import {
  CLOSING_ANSWER,
  CLOSING_QUESTIONS,
  type ClosingAnswers,
  SUSTAIN_MONTHS,
} from './closing-questions.ts';

export type ClosingFacts = {
  status: RecommendationStatus;
  /** Whether its words were destroyed. */
  isGone: boolean;
  sufficiency: Pick<Sufficiency, 'ok' | 'missing'>;
  /** References of its actions: of all that are not cancelled, and of those that are not closed. */
  actions: readonly string[];
  openActions: readonly string[];
  /** Who asks, and who holds the post that answers for the recommendation. */
  userId: string;
  leadHolderIds: readonly string[];
};

export type ClosingBlockCode = 'CLOSED' | 'GONE' | 'NOT_ENOUGH' | 'NO_ACTION' | 'OPEN_ACTIONS' | 'IS_LEAD';
/** Something that stands in the way of closing, in a sentence. */
export type ClosingBlock = { code: ClosingBlockCode; sentence: string };

/**
 * What stands in the way of closing a recommendation; empty when nothing does.
 *
 * | needs |
 * |---|
 * | its full evidence test met |
 * | every action closed or cancelled, and at least one closed |
 * | somebody who does not hold the post that answers for it |
 *
 * Source: completion is not closure. A recommendation closes on its full evidence test, the four questions, and sustain
 * checks at 3 and 6 months; nobody judges their own.
 * Example: sufficient evidence, and R3.A2 still open → OPEN_ACTIONS, "R3.A2 is not closed yet."
 */
export function closingBlocks(facts: ClosingFacts): ClosingBlock[] {
  if (facts.status === 'CLOSED')
    return [{ code: 'CLOSED', sentence: 'This recommendation is closed already.' }];
  const blocks: ClosingBlock[] = [];
  const block = (code: ClosingBlockCode, sentence: string) => void blocks.push({ code, sentence });
  if (facts.isGone) {
    block('GONE', 'The words of this recommendation were destroyed, so nobody can say that it was answered.');
  }
  for (const { sentence } of facts.sufficiency.missing) block('NOT_ENOUGH', sentence);
  if (facts.actions.length === 0) block('NO_ACTION', 'No action answers it.');
  if (facts.openActions.length > 0) {
    const verb = facts.openActions.length === 1 ? 'is' : 'are';
    block('OPEN_ACTIONS', `${listWords(facts.openActions, 5)} ${verb} not closed yet.`);
  }
  if (facts.leadHolderIds.includes(facts.userId)) {
    block('IS_LEAD', 'You answer for this recommendation, so somebody else must close it.');
  }
  return blocks;
}

/** Everything wrong with the four answers. */
export function validateClosing(answers: ClosingAnswers): FieldProblem[] {
  return CLOSING_QUESTIONS.flatMap(({ key, question }) =>
    checkText(key, answers[key], { label: 'The answer', enter: `Answer “${question}”`, ...CLOSING_ANSWER }),
  );
}

/** When it is looked at whether it lasts: on the day of closing, 3 and 6 months later. */
export function sustainDates(closedOn: IsoDate): { months: number; dueDate: IsoDate }[] {
  return SUSTAIN_MONTHS.map((months) => ({ months, dueDate: addMonths(closedOn, months) }));
}

/** Why it is opened again: needed, since a closing is never taken back in silence. */
export function validateReopening(reason: string): FieldProblem[] {
  return checkReason('reason', reason, 'Enter why the recommendation is opened again');
}
