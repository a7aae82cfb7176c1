import { DELIVERY_STATUS_LABELS, type DeliveryStatus, type KnotState } from '@gt/contracts/words';
import { type ChangeFacts, changedKnot, NO_MEASURES } from './changed-knot.ts';
import { proofWords, saidKnot, type ThreadRecommendation } from './thread.ts';
import { type Thread, type ThreadGap, type ThreadKnot, threadGap, tieThread } from './thread-gap.ts';

export { type ChangeFacts, NO_MEASURES } from './changed-knot.ts';

/** What a row of the plan's table knows of its action; counts, so that one query gathers them for a page. */
export type ActionThreadFacts = {
  recommendation: ThreadRecommendation;
  status: DeliveryStatus;
  hasOwner: boolean;
  /** Items linked to the action, leaving withdrawn and removed ones out. */
  evidence: { accepted: number; waiting: number; returned: number; showingDifference: number };
  measures?: ChangeFacts['measures'];
};

/**
 * The thread of one action, for the miniature in a table row and the head of its panel. In proportion to a
 * recommendation: one accepted item proves an action.
 *
 * | knot | missing | partial | whole |
 * |---|---|---|---|
 * | DONE | cancelled | no owner while open, or not started | an owner, and begun |
 * | PROVED | no evidence | none accepted yet | at least one accepted item |
 *
 * SAID and CHANGED are as for the recommendation.
 * Source: an action closes on one verified item; a recommendation on its full evidence test.
 * Example: in progress with an owner, one item waiting, no measure → ●●○✕, "2 of 4: evidence not verified".
 */
export function actionThread(facts: ActionThreadFacts): Thread {
  const { evidence, measures = NO_MEASURES } = facts;
  return tieThread(
    saidKnot(facts.recommendation),
    doneKnot(facts),
    provedKnot(evidence),
    changedKnot({ showingDifference: evidence.showingDifference, measures }),
  );
}

function doneKnot({ status, hasOwner }: ActionThreadFacts): ThreadKnot {
  const words = DELIVERY_STATUS_LABELS[status].toLowerCase();
  const missing: ThreadGap[] = [];
  if (status === 'CANCELLED') {
    const sentence = 'The action is cancelled, so nothing is being done here.';
    missing.push(threadGap('NO_ACTION', 'action cancelled', sentence, 'ADD_ACTION'));
    return { knot: 'DONE', state: 'MISSING', words, missing };
  }
  if (!hasOwner && status !== 'CLOSED') {
    missing.push(threadGap('NO_OWNER', 'no owner', 'The action has no owner.', 'NAME_OWNER'));
  }
  if (status === 'NOT_STARTED') {
    missing.push(
      threadGap('NOT_BEGUN', 'not started', 'The action has not been started yet.', 'POST_UPDATE'),
    );
  }
  return { knot: 'DONE', state: missing.length > 0 ? 'PARTIAL' : 'WHOLE', words, missing };
}

function provedKnot({ accepted, waiting, returned }: ActionThreadFacts['evidence']): ThreadKnot {
  const items = accepted + waiting + returned;
  const knot = (state: KnotState, missing: ThreadGap[]): ThreadKnot => ({
    knot: 'PROVED',
    state,
    words: proofWords(items, accepted),
    missing,
  });
  if (accepted > 0) return knot('WHOLE', []);
  if (waiting > 0) {
    const sentence = waiting === 1 ? 'One item waits to be checked.' : `${waiting} items wait to be checked.`;
    return knot('PARTIAL', [threadGap('NOT_VERIFIED', 'evidence not verified', sentence, 'CHECK_EVIDENCE')]);
  }
  if (returned > 0) {
    const sentence = 'What was uploaded came back and needs mending.';
    return knot('PARTIAL', [threadGap('RETURNED', 'evidence returned', sentence, 'MEND_EVIDENCE')]);
  }
  const sentence = 'No evidence has been added to this action yet.';
  return knot('MISSING', [threadGap('NO_EVIDENCE', 'no evidence', sentence, 'ADD_EVIDENCE')]);
}
