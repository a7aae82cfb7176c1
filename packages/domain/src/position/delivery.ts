import { type DoneState, formatDate, type ImpactState, type IsoDate } from '@gt/contracts/words';
import { recommendationProgress } from '../recommendation/index.ts';
import { countOf, listWords } from '../wording/index.ts';
import type {
  PositionAction,
  PositionCheck,
  PositionMeasure,
  PositionRecommendation,
} from './position-facts.ts';

export type Delivery = {
  done: DoneState;
  impact: ImpactState;
  doneWords: string;
  /** The answer of the evidence test. */
  evidenced: 'YES' | 'PARTLY' | 'NO';
  evidencedWords: string;
  /** Null: not recorded then. */
  sustained: 'YES' | 'WAITING' | 'NO' | null;
  sustainedWords: string;
  measureWords: string;
  /** Every action is closed and the evidence test is met, and it is not closed itself. */
  mayBeClosed: boolean;
};

/**
 * Delivery against impact of one recommendation: what is done, what is shown, and whether it lasts.
 *
 * | impact | when |
 * |---|---|
 * | LASTING | shown, and every sustain check of its closing passed |
 * | SHOWN | the evidence test is met, and no measure moves away from its target |
 * | PARTLY | something is accepted or waits to be, or a measure moves towards its target or has met it |
 * | NOTHING | none of these |
 *
 * Source: the product must tell done from working; completion is not closure.
 * Example: 4 of 4 actions closed, evidence test met, one of two checks passed → ALL and SHOWN.
 */
export function deliveryOf(
  recommendation: PositionRecommendation,
  actions: readonly PositionAction[],
  measures: readonly PositionMeasure[],
  { asAt, isFull }: { asAt: IsoDate; isFull: boolean },
): Delivery {
  const { live, closed } = recommendation.work ?? recommendationProgress(actions);
  const done: DoneState = closed === 0 ? 'NONE' : closed === live ? 'ALL' : 'SOME';
  const evidenced = evidencedOf(recommendation);
  const sustained = isFull ? sustainedOf(recommendation) : null;
  const isAway = measures.some(({ movement }) => movement === 'AWAY');
  const isTowards = measures.some(({ movement, isMet }) => movement === 'TOWARDS' || isMet);
  const isShown = evidenced === 'YES' && !isAway;
  const impact: ImpactState = isShown
    ? sustained === 'YES'
      ? 'LASTING'
      : 'SHOWN'
    : evidenced === 'NO' && !isTowards
      ? 'NOTHING'
      : 'PARTLY';
  return {
    done,
    impact,
    doneWords: live === 0 ? 'No actions' : `${closed} of ${countOf(live, 'action')} closed`,
    evidenced,
    evidencedWords: recommendation.evidence,
    sustained,
    sustainedWords: isFull ? sustainedWords(recommendation, asAt) : 'Not recorded then',
    measureWords: measureWords(measures),
    mayBeClosed: isFull && done === 'ALL' && evidenced === 'YES' && recommendation.status !== 'CLOSED',
  };
}

/** In snapshots that kept the words alone, the words say it. */
function evidencedOf({ sufficiency, evidence }: PositionRecommendation): Delivery['evidenced'] {
  if (sufficiency === 'SUFFICIENT' || (sufficiency === null && evidence === 'Proved')) return 'YES';
  if (sufficiency === 'NONE' || (sufficiency === null && evidence === 'No evidence yet')) return 'NO';
  return 'PARTLY';
}

function sustainedOf({ status, checks }: PositionRecommendation): 'YES' | 'WAITING' | 'NO' {
  if (status !== 'CLOSED') return 'NO';
  return checks.length > 0 && checks.every(isPassed) ? 'YES' : 'WAITING';
}

const isPassed = ({ state }: PositionCheck) => state === 'SUSTAINED';

function sustainedWords({ status, checks }: PositionRecommendation, asAt: IsoDate): string {
  if (status === 'REOPENED') return 'Opened again: it did not last';
  if (status !== 'CLOSED') return 'Not closed yet';
  const passed = checks.filter(isPassed).length;
  const next = checks.find(({ state }) => state === 'WAITING');
  const so = `${passed} of ${countOf(checks.length, 'check')} passed`;
  if (!next) return so;
  return `${so}, next ${next.dueDate < asAt ? 'was ' : ''}due ${formatDate(next.dueDate)}`;
}

function measureWords(measures: readonly PositionMeasure[]): string {
  if (measures.length === 0) return 'No measure';
  const count = (test: (measure: PositionMeasure) => boolean) => measures.filter(test).length;
  const met = count(({ isMet }) => isMet);
  const towards = count(({ movement, isMet }) => movement === 'TOWARDS' && !isMet);
  const away = count(({ movement }) => movement === 'AWAY');
  const parts = [
    ...(met > 0 ? [`${met} met`] : []),
    ...(towards > 0 ? [`${towards} towards target`] : []),
    ...(away > 0 ? [`${away} away from it`] : []),
  ];
  const of = `Of ${countOf(measures.length, 'measure')}`;
  return parts.length > 0 ? `${of}: ${listWords(parts)}` : `${of} none moves yet`;
}
