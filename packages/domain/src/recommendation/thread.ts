import type { DeliveryStatus, IsoDate, KnotState, PackThread } from '@gt/contracts/words';
import {
  countsAsProof,
  type EvidenceTest,
  evidenceSufficiency,
  isOnRecord,
  proofWords,
  type SufficiencyGap,
  type SufficiencyItem,
  showsDifference,
} from '../evidence/index.ts';
import { countOf, listWords } from '../wording/index.ts';
import { changedKnot } from './changed-knot.ts';
import { recommendationProgress } from './recommendation-words.ts';
import {
  type MendingCode,
  type Thread,
  type ThreadGap,
  type ThreadKnot,
  threadGap,
  tieThread,
} from './thread-gap.ts';

export type ThreadRecommendation = {
  quote: string;
  page: number | null;
  /** Numbers of the report's paragraphs that bear on it. */
  paragraphs: readonly number[];
  /** Whether an accountable lead is named. */
  hasLead: boolean;
  /** Whether the quote was destroyed. */
  isGone?: boolean;
};
export type ThreadAction = { reference: string; status: DeliveryStatus; hasOwner: boolean };
export type ThreadMeasure = { title: string; movement: 'TOWARDS' | 'AWAY' | 'STEADY' | 'NO_FIGURES' };

export type ThreadFacts = {
  recommendation: ThreadRecommendation;
  actions: readonly ThreadAction[];
  evidence: readonly SufficiencyItem[];
  evidenceTest: EvidenceTest;
  measures?: readonly ThreadMeasure[];
};

/**
 * The golden thread of one recommendation: what was said → what is being done → the proof → what changed.
 *
 * | knot | missing | partial | whole |
 * |---|---|---|---|
 * | SAID | no quote, or destroyed | – | the words are there |
 * | DONE | no action, leaving cancelled ones out | no accountable lead, an open action without an owner, or none begun | somebody answers for every action, and work has begun |
 * | PROVED | nothing accepted, nothing waiting | the evidence test is not met | the evidence test is met |
 * | CHANGED | no measure, and nothing said to show a difference | something of the two | a measure moves towards its target, none away, and evidence shows a difference |
 *
 * DONE speaks of work in hand; how much of it is finished is in the words beneath ("6 of 9 actions closed").
 * Source: the thread breaks at: no action, no owner, no evidence, not verified, stale, no measure.
 * Example: 6 of 9 actions closed, 4 items of which 2 are not checked, no measure → WHOLE, WHOLE, PARTIAL, and
 * "2 of 4: evidence not verified".
 */
export function thread(facts: ThreadFacts, today: IsoDate): Thread {
  const { evidence, measures = [] } = facts;
  const showing = evidence.filter((item) => isOnRecord(item) && showsDifference(item));
  const moving = (movement: ThreadMeasure['movement']) =>
    measures.filter((measure) => measure.movement === movement).length;
  const changed = changedKnot({
    showingDifference: showing.filter((item) => countsAsProof(item, today)).length,
    claimed: showing.filter((item) => item.state === 'SUBMITTED' || item.state === 'RETURNED').length,
    measures: {
      linked: measures.length,
      withFigures: measures.length - moving('NO_FIGURES'),
      towards: moving('TOWARDS'),
      away: moving('AWAY'),
    },
  });
  return tieThread(saidKnot(facts.recommendation), doneKnot(facts), provedKnot(facts, today), changed);
}

/** The thread as an evidence pack prints it. */
export function packThread({ said, done, proved, changed }: Thread): PackThread {
  const printed = ({ state, words }: ThreadKnot) => ({ state, words });
  return { said: printed(said), done: printed(done), proved: printed(proved), changed: printed(changed) };
}

function saidKnot(recommendation: ThreadRecommendation): ThreadKnot {
  const { quote, page, paragraphs, isGone } = recommendation;
  if (isGone || quote.trim() === '') {
    const sentence = 'The words of the recommendation are not on record.';
    const gap = threadGap('QUOTE_GONE', 'no recommendation on record', sentence, 'ENTER_QUOTE');
    return { knot: 'SAID', state: 'MISSING', words: 'not on record', missing: [gap] };
  }
  const pages = page === null ? [] : [`p.${page}`];
  const marks =
    paragraphs.length > 0
      ? [`¶${paragraphs.slice(0, 3).join(', ')}${paragraphs.length > 3 ? ' …' : ''}`]
      : [];
  const words = [...pages, ...marks].join(' ') || 'entered by hand';
  return { knot: 'SAID', state: 'WHOLE', words, missing: [] };
}

function doneKnot({ recommendation, actions }: ThreadFacts): ThreadKnot {
  const live = actions.filter((action) => action.status !== 'CANCELLED');
  const { words } = recommendationProgress(actions);
  const missing: ThreadGap[] = [];
  if (live.length === 0) {
    const sentence =
      actions.length === 0
        ? 'No action has been added yet.'
        : 'Every action has been cancelled, so nothing is being done about it.';
    missing.push(threadGap('NO_ACTION', 'no action', sentence, 'ADD_ACTION'));
  }
  if (!recommendation.hasLead) {
    const sentence = 'Nobody is named as accountable for this recommendation.';
    missing.push(threadGap('NO_LEAD', 'no accountable lead', sentence, 'NAME_LEAD'));
  }
  const unowned = live.filter((action) => action.status !== 'CLOSED' && !action.hasOwner);
  if (unowned.length > 0) {
    const names = listWords(
      unowned.map((action) => action.reference),
      5,
    );
    const sentence = `${names} ${unowned.length === 1 ? 'has' : 'have'} no owner.`;
    const short = `${countOf(unowned.length, 'action')} without an owner`;
    missing.push(threadGap('NO_OWNER', short, sentence, 'NAME_OWNER'));
  }
  if (live.length > 0 && live.every((action) => action.status === 'NOT_STARTED')) {
    const sentence = 'No action has been started yet.';
    missing.push(threadGap('NOT_BEGUN', 'no action started', sentence, 'POST_UPDATE'));
  }
  const state: KnotState = live.length === 0 ? 'MISSING' : missing.length > 0 ? 'PARTIAL' : 'WHOLE';
  return { knot: 'DONE', state, words, missing };
}

const PROOF_GAPS: Record<SufficiencyGap['code'], [short: string, mending: MendingCode]> = {
  NO_EVIDENCE: ['no evidence', 'ADD_EVIDENCE'],
  NOT_VERIFIED: ['evidence not verified', 'CHECK_EVIDENCE'],
  RETURNED: ['evidence returned', 'MEND_EVIDENCE'],
  EXPIRED: ['evidence expired', 'ADD_EVIDENCE'],
  TOO_FEW_KINDS: ['too few kinds of evidence', 'ADD_EVIDENCE'],
  NEWEST_TOO_OLD: ['evidence out of date', 'ADD_EVIDENCE'],
  NO_IMPACT: ['nothing shows a difference for children', 'ADD_EVIDENCE'],
};

function provedKnot({ evidence, evidenceTest }: ThreadFacts, today: IsoDate): ThreadKnot {
  const answer = evidenceSufficiency(evidenceTest, evidence, today);
  const missing = answer.missing.map(({ code, sentence }) => {
    const [short, mending] = PROOF_GAPS[code];
    return threadGap(code, short, sentence, mending);
  });
  const state: KnotState = answer.ok ? 'WHOLE' : answer.state === 'NONE' ? 'MISSING' : 'PARTIAL';
  const { items, accepted, expired } = answer;
  const words = proofWords({ total: items, accepted, expired });
  return { knot: 'PROVED', state, words, missing };
}
