import type { Acceptance, FieldProblem } from '@gt/contracts/words';
import type { Actor } from '../authz/index.ts';
import { checkText, REASON_MAX, REASON_MIN } from '../wording/index.ts';

/** Whether somebody answers for a team: its manager, or one of a partner agency's own people. */
export function answersForTeam(actor: Pick<Actor, 'roles' | 'teamIds'>, teamId: string): boolean {
  const answers = actor.roles.includes('MANAGER') || actor.roles.includes('PARTNER');
  return answers && actor.teamIds.includes(teamId);
}

export type Offer = {
  from: { teamId: string | null; acceptance: Acceptance };
  teamId: string | null;
  /** Whether the owner (post or person) changes with it. */
  ownerChanges: boolean;
};

/**
 * Whether the team has taken on what it is given. Work given by whoever answers for the team is taken on by that;
 * anybody else offers it, and the team accepts or asks back. Who answers for the team and names its owner has
 * accepted. Work that stays with its team stays as it was.
 * Example: the programme lead gives R3.A2 to Fostering → OFFERED; the Head of Fostering names a post → ACCEPTED.
 */
export function acceptanceAfter(actor: Pick<Actor, 'roles' | 'teamIds'>, offer: Offer): Acceptance {
  const { from, teamId, ownerChanges } = offer;
  if (teamId === null) return 'NONE';
  const isTheirs = answersForTeam(actor, teamId);
  if (teamId !== from.teamId) return isTheirs ? 'ACCEPTED' : 'OFFERED';
  return isTheirs && ownerChanges ? 'ACCEPTED' : from.acceptance;
}

export type AcceptanceAnswer = 'ACCEPT' | 'ASK_BACK' | 'OFFER_AGAIN';

const WORDS = { min: REASON_MIN, max: REASON_MAX };
const ASK_ENTER = 'Enter what you ask before the team can take this on';
const ANSWER_ENTER = 'Enter your answer to what the team asked';

/** What is wrong with the words of an answer; empty when nothing is. Accepting needs none. */
export function checkAnswerWords(answer: 'ASK_BACK' | 'OFFER_AGAIN', words: string): FieldProblem[] {
  return answer === 'ASK_BACK'
    ? checkText('note', words, { ...WORDS, label: 'What you ask', enter: ASK_ENTER })
    : checkText('answer', words, { ...WORDS, label: 'Your answer', enter: ANSWER_ENTER });
}

/** What is wrong with an answer to an offer; null when nothing is. `acceptance` is as it stands. */
export function answerOffer(
  answer: AcceptanceAnswer,
  acceptance: Acceptance,
  note: string,
): { sentence: string; field: FieldProblem | null } | null {
  const refuse = (sentence: string) => ({ sentence, field: null });
  if (acceptance === 'NONE') return refuse('This action is given to no team, so there is nothing to answer.');
  if (answer === 'OFFER_AGAIN' && acceptance !== 'QUERIED') {
    return refuse(
      acceptance === 'ACCEPTED'
        ? 'The team has accepted this action since.'
        : 'This action is offered to the team already. It waits for their answer.',
    );
  }
  if (answer === 'ACCEPT' && acceptance === 'ACCEPTED') return refuse('The team has accepted this already.');
  if (answer === 'ASK_BACK' && acceptance === 'ACCEPTED') {
    return refuse('The team has accepted this action. Ask the programme lead to give it to somebody else.');
  }
  if (answer === 'ASK_BACK' && acceptance === 'QUERIED') {
    return refuse('The team has asked back already. It waits for an answer.');
  }
  const [problem] =
    answer === 'ACCEPT'
      ? checkText('note', note, { label: 'The note', max: REASON_MAX })
      : checkAnswerWords(answer, note);
  return problem ? { sentence: problem.message, field: problem } : null;
}
