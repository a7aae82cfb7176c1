import { DELIVERY_STATUS_LABELS, type DeliveryStatus, type Knot, type KnotState } from '@gt/contracts/words';
import { type EvidenceTally, proofWords } from '../evidence/index.ts';
import { type ChangeFacts, changedKnot, NO_MEASURES } from '../recommendation/index.ts';

/** What the miniature thread of one action asks of it. Evidence is counted by the caller as `countEvidence` counts it. */
export type ActionThreadInput = {
  status: DeliveryStatus;
  hasOwner: boolean;
  percentComplete: number;
  silent: boolean;
  /** Linked items, and of the accepted ones those that show a difference for children. */
  evidence: EvidenceTally & { impact: number };
  /** Items that say they show a difference and are not accepted. */
  impactUnverified: number;
  measures?: ChangeFacts['measures'];
};

export type ActionKnot = { knot: Knot; state: KnotState; words: string; missing: string[] };

/**
 * The thread of one action, for the miniature in a table row; in proportion to a recommendation, one accepted item
 * proves an action.
 *
 * | knot | missing | partial | whole |
 * |---|---|---|---|
 * | SAID | – | – | its recommendation is always there |
 * | DONE | cancelled | no owner while open, not started, or silent | somebody answers for it and work goes on, or is finished |
 * | PROVED | no evidence | none accepted yet, or what was accepted has expired | at least one accepted item |
 * | CHANGED | as for the recommendation: see `changedKnot` | | |
 *
 * Source: the thread breaks where there is no owner, no evidence, evidence not verified, nothing fresh, no measure; an
 * action closes on one verified item, a recommendation on its full evidence test.
 * Example: in progress with an owner, one item waiting, no measure → ●●○✕.
 */
export function actionThread(input: ActionThreadInput): ActionKnot[] {
  const said: ActionKnot = { knot: 'SAID', state: 'WHOLE', words: 'Under a recommendation', missing: [] };
  const { evidence, impactUnverified, measures = NO_MEASURES } = input;
  const changed = changedKnot({ showingDifference: evidence.impact, claimed: impactUnverified, measures });
  return [
    said,
    done(input),
    proved(input),
    { ...changed, words: upperFirst(changed.words), missing: changed.missing.map((gap) => gap.short) },
  ];
}

/** The thread in words for those who do not see it: "2 of 4: no evidence; no measure linked". */
export function threadWords(knots: readonly Pick<ActionKnot, 'state' | 'missing'>[]): string {
  const whole = knots.filter((knot) => knot.state === 'WHOLE').length;
  const missing = knots.flatMap((knot) => knot.missing);
  return `${whole} of ${knots.length}${missing.length > 0 ? `: ${missing.join('; ')}` : ''}`;
}

function done({ status, hasOwner, percentComplete, silent }: ActionThreadInput): ActionKnot {
  const label = DELIVERY_STATUS_LABELS[status];
  if (status === 'CANCELLED') return { knot: 'DONE', state: 'MISSING', words: label, missing: ['cancelled'] };
  if (status === 'CLOSED') return { knot: 'DONE', state: 'WHOLE', words: label, missing: [] };
  const missing: string[] = [];
  if (!hasOwner) missing.push('no owner');
  if (status === 'NOT_STARTED') missing.push('not started');
  else if (silent) missing.push('no recent update');
  const isUnderWay = status === 'IN_PROGRESS' || status === 'REOPENED';
  const words = isUnderWay ? `${label}, ${percentComplete}%` : label;
  return { knot: 'DONE', state: missing.length > 0 ? 'PARTIAL' : 'WHOLE', words, missing };
}

function proved({ evidence }: ActionThreadInput): ActionKnot {
  const { total, accepted, expired } = evidence;
  const words = upperFirst(proofWords(evidence));
  if (accepted > 0) return { knot: 'PROVED', state: 'WHOLE', words, missing: [] };
  if (total + expired === 0) return { knot: 'PROVED', state: 'MISSING', words, missing: ['no evidence'] };
  const missing = [
    ...(total > 0 ? ['evidence not verified'] : []),
    ...(expired > 0 ? ['evidence expired'] : []),
  ];
  return { knot: 'PROVED', state: 'PARTIAL', words, missing };
}

function upperFirst(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
