import { countOf } from '../wording/index.ts';
import { type ThreadGap, type ThreadKnot, threadGap } from './thread-gap.ts';

/** What is known about the difference made for children, in counts, so that a list can gather it in SQL. */
export type ChangeFacts = {
  /** Accepted items of evidence that show a difference for children. */
  showingDifference: number;
  /** Items that say they show one and are not accepted. */
  claimed: number;
  measures: {
    linked: number;
    /** Linked measures with at least two figures. */
    withFigures: number;
    /** Of those, moving towards and away from their target since the baseline. */
    towards: number;
    away: number;
  };
};

/** A thread without measures, before any is linked. */
export const NO_MEASURES: ChangeFacts['measures'] = { linked: 0, withFigures: 0, towards: 0, away: 0 };

/**
 * The last knot: did anything change for children? Whole when a measure moves towards its target, none moves away,
 * and accepted evidence shows a difference; missing when there is neither a measure nor even a claim of one.
 * Source: the thread runs to what changed for children, so the product must tell done from working.
 * Example: one accepted audit showing a difference and no measure → PARTIAL, "1 item shows a difference, no measure
 * linked".
 */
export function changedKnot({ showingDifference, claimed, measures }: ChangeFacts): ThreadKnot {
  const missing: ThreadGap[] = [];
  if (measures.linked === 0) {
    const sentence = 'No measure is linked, so nobody can see whether things get better for children.';
    missing.push(threadGap('NO_MEASURE', 'no measure linked', sentence, 'ADD_MEASURE'));
  } else if (measures.withFigures === 0) {
    const sentence = 'A measure is linked, but it has too few figures to show a movement.';
    missing.push(threadGap('NO_FIGURES', 'no figures yet', sentence, 'ADD_FIGURE'));
  } else if (measures.away > 0) {
    const verb = measures.away === 1 ? 'is' : 'are';
    const sentence = `${countOf(measures.away, 'linked measure')} ${verb} moving away from target.`;
    missing.push(threadGap('MOVING_AWAY', 'measure moving away from target', sentence, 'SEE_MEASURE'));
  } else if (measures.towards === 0) {
    const sentence = 'No linked measure has moved towards its target yet.';
    missing.push(threadGap('NOT_MOVING', 'no measure moving yet', sentence, 'SEE_MEASURE'));
  }
  if (showingDifference === 0 && claimed > 0) {
    const sentence = `${countOf(claimed, 'item')} said to show a difference for children ${claimed === 1 ? 'is' : 'are'} not verified.`;
    missing.push(threadGap('DIFFERENCE_NOT_VERIFIED', 'difference not verified', sentence, 'CHECK_EVIDENCE'));
  } else if (showingDifference === 0) {
    const sentence = 'No accepted evidence shows a difference for children.';
    missing.push(threadGap('NO_DIFFERENCE', 'no difference shown', sentence, 'ADD_EVIDENCE'));
  }
  const isMissing = measures.linked === 0 && showingDifference === 0 && claimed === 0;
  const state = missing.length === 0 ? 'WHOLE' : isMissing ? 'MISSING' : 'PARTIAL';
  return { knot: 'CHANGED', state, words: changedWords({ showingDifference, claimed, measures }), missing };
}

function changedWords({ showingDifference, claimed, measures }: ChangeFacts): string {
  const shows = `${countOf(showingDifference, 'item')} ${showingDifference === 1 ? 'shows' : 'show'} a difference`;
  const difference =
    showingDifference > 0 ? [shows] : claimed > 0 ? ['a difference claimed, not verified'] : [];
  const moving =
    measures.linked === 0
      ? 'no measure linked'
      : `${measures.towards} of ${countOf(measures.linked, 'measure')} moving towards target`;
  return [...difference, moving].join(', ');
}
