import { DELIVERY_STATUS_LABELS, type DeliveryStatus, type Knot, type KnotState } from '@gt/contracts/words';
import { countOf } from '../wording/index.ts';

/** What the miniature thread of one action asks of it. Evidence that is withdrawn or gone is left out by the caller. */
export type ActionThreadInput = {
  status: DeliveryStatus;
  hasOwner: boolean;
  percentComplete: number;
  silent: boolean;
  /** Linked items in all, accepted ones, and those of them that show a difference for children. */
  evidence: { total: number; accepted: number; impact: number };
  /** Items that say they show a difference and are not accepted. */
  impactUnverified: number;
};

export type ActionKnot = { knot: Knot; state: KnotState; words: string; missing: string[] };

/**
 * The thread of one action, four knots: what was said (its recommendation, always there), what is being done, the
 * proof, what changed for children. A gap says what is missing.
 * Source: the thread breaks where there is no owner, no evidence, evidence not verified, or nothing fresh.
 * Example: in progress with an owner, 4 items of which 2 accepted, none showing a difference → WHOLE, PARTIAL,
 * PARTIAL ("2 of 4 items of evidence accepted"), MISSING.
 */
export function actionThread(input: ActionThreadInput): ActionKnot[] {
  const said: ActionKnot = { knot: 'SAID', state: 'WHOLE', words: 'Under a recommendation', missing: [] };
  return [said, done(input), proved(input), changed(input)];
}

/** The thread in words for those who do not see it: "2 of 4: no evidence; nothing shows a difference for children". */
export function threadWords(knots: readonly Pick<ActionKnot, 'state' | 'missing'>[]): string {
  const whole = knots.filter((knot) => knot.state === 'WHOLE').length;
  const missing = knots.flatMap((knot) => knot.missing);
  return `${whole} of ${knots.length}${missing.length > 0 ? `: ${missing.join('; ')}` : ''}`;
}

function done({ status, hasOwner, percentComplete, silent }: ActionThreadInput): ActionKnot {
  const label = DELIVERY_STATUS_LABELS[status];
  if (status === 'CLOSED' || status === 'AWAITING_EVIDENCE_CHECK') {
    return { knot: 'DONE', state: 'WHOLE', words: label, missing: [] };
  }
  if (status === 'CANCELLED') return { knot: 'DONE', state: 'MISSING', words: label, missing: ['cancelled'] };
  if (!hasOwner) return { knot: 'DONE', state: 'MISSING', words: 'Nobody owns it', missing: ['no owner'] };
  const words = status === 'NOT_STARTED' ? label : `${label}, ${percentComplete}%`;
  return { knot: 'DONE', state: 'PARTIAL', words, missing: [silent ? 'no recent update' : 'not complete'] };
}

function proved({ evidence }: ActionThreadInput): ActionKnot {
  const { total, accepted } = evidence;
  if (total === 0)
    return { knot: 'PROVED', state: 'MISSING', words: 'No evidence', missing: ['no evidence'] };
  const words = `${accepted} of ${countOf(total, 'item')} of evidence accepted`;
  if (accepted === total) return { knot: 'PROVED', state: 'WHOLE', words, missing: [] };
  return { knot: 'PROVED', state: 'PARTIAL', words, missing: ['evidence not verified'] };
}

function changed({ evidence, impactUnverified }: ActionThreadInput): ActionKnot {
  if (evidence.impact > 0) {
    const words = `${countOf(evidence.impact, 'accepted item')} showing a difference for children`;
    return { knot: 'CHANGED', state: 'WHOLE', words, missing: [] };
  }
  if (impactUnverified > 0) {
    const gap = 'the difference for children is not verified';
    return {
      knot: 'CHANGED',
      state: 'PARTIAL',
      words: 'A difference is claimed, not verified',
      missing: [gap],
    };
  }
  const gap = 'nothing shows a difference for children';
  return { knot: 'CHANGED', state: 'MISSING', words: 'Nothing shows a difference yet', missing: [gap] };
}
