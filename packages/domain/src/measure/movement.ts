import type { IsoDate, MeasureDirection, MeasureMovement } from '@gt/contracts/words';
import { differenceWords, roundFigure, valueWords } from './value-words.ts';

/** One figure as it stands: the last day of the period it is of, and its value in the measure's unit. */
export type Figure = { date: IsoDate; value: number };

/** What the rules need to know of a measure. */
export type MeasureAim = {
  unit: string;
  direction: MeasureDirection;
  baseline: number | null;
  baselineDate: IsoDate | null;
  target: number | null;
};

export type Movement = {
  movement: MeasureMovement;
  /** How it was decided: "5 percentage points better than the median of the 3 figures before it (73 %)". */
  sentence: string;
};

/** How many figures before the latest it is compared with. */
const COMPARED = 3;
/** A change within this share of the way from baseline to target is no movement. */
const BAND_OF_WAY = 0.05;
/** Without baseline or target: within this share of what the latest is compared with. */
const BAND_OF_VALUE = 0.02;

/**
 * Where the newest figures go. The latest is compared with the median of up to three figures before it (the baseline
 * counts as a figure when it is older than all of them), so that one odd month neither makes nor hides a movement.
 *
 * | # | when | then |
 * |---|---|---|
 * | 1 | fewer than two figures, the baseline counted | NO_FIGURES |
 * | 2 | the target is met, and the latest is not worse by more than the dead band | TOWARDS |
 * | 3 | the target is met, and the latest is worse by more than the dead band | STEADY |
 * | 4 | better by more than the dead band | TOWARDS |
 * | 5 | worse by more than the dead band | AWAY |
 * | 6 | otherwise | STEADY |
 *
 * The dead band is 5 % of the way from baseline to target, or 2 % of the value compared with when either is missing:
 * a wobble is neither news nor a reason for Amber, while a measure on its way to a target in two years passes it. What is at its target is never "moving away" from it.
 * Source: the median of the figures before is robust to one outlier (J. Tukey, "Exploratory Data Analysis", 1977,
 * ch. 7: running medians of 3); the default rating rule asks whether a linked measure moves away from its target.
 * Example: baseline 60, target 90, figures 70, 74, 73, 78 (higher is better): compared with 73, band 1.5 → TOWARDS.
 */
export function movement(figures: readonly Figure[], aim: MeasureAim): Movement {
  const series = withBaseline(inOrder(figures), aim);
  const latest = series.at(-1);
  const before = series.slice(0, -1).slice(-COMPARED);
  if (!latest || before.length === 0) {
    const sentence =
      series.length === 0 ? 'No figure yet' : 'One figure alone shows no movement; a second one would';
    return { movement: 'NO_FIGURES', sentence };
  }
  const reference = median(before.map(({ value }) => value));
  const better = roundFigure(
    aim.direction === 'HIGHER_IS_BETTER' ? latest.value - reference : reference - latest.value,
  );
  const band = deadBand(aim, reference);
  const compared =
    before.length === 1
      ? `the figure before it (${valueWords(reference, aim.unit)})`
      : `the median of the ${before.length} figures before it (${valueWords(reference, aim.unit)})`;
  const words = changeWords(better, aim.unit, compared);
  if (meetsTarget(latest.value, aim)) {
    return better < -band
      ? { movement: 'STEADY', sentence: `The target is still met; ${words}` }
      : { movement: 'TOWARDS', sentence: `The target is met; ${words}` };
  }
  if (better > band) return { movement: 'TOWARDS', sentence: upperFirst(words) };
  if (better < -band) return { movement: 'AWAY', sentence: upperFirst(words) };
  const sentence = better === 0 ? upperFirst(words) : `${upperFirst(words)}: too little to call a movement`;
  return { movement: 'STEADY', sentence };
}

/** Whether a value is at its target or beyond it, in the good direction; false when there is none. */
export function meetsTarget(value: number, { target, direction }: Pick<MeasureAim, 'target' | 'direction'>) {
  if (target === null) return false;
  return direction === 'HIGHER_IS_BETTER' ? value >= target : value <= target;
}

/** The middle value; of an even number, half-way between the two in the middle. Throws RangeError for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new RangeError('no values');
  return roundFigure((lower + upper) / 2);
}

/** Figures from the oldest to the newest. They mostly are already, and lists ask for many. */
export function inOrder<T extends Figure>(figures: readonly T[]): T[] {
  if (figures.every(({ date }, at) => at === 0 || (figures[at - 1]?.date ?? date) <= date))
    return [...figures];
  return [...figures].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function withBaseline(figures: readonly Figure[], { baseline, baselineDate }: MeasureAim): Figure[] {
  const first = figures[0];
  if (baseline === null || !first) return [...figures];
  if (baselineDate !== null && baselineDate >= first.date) return [...figures];
  return [{ date: baselineDate ?? first.date, value: baseline }, ...figures];
}

function deadBand({ baseline, target }: MeasureAim, reference: number): number {
  const way = baseline !== null && target !== null ? Math.abs(target - baseline) : 0;
  return way > 0 ? way * BAND_OF_WAY : Math.abs(reference) * BAND_OF_VALUE;
}

function changeWords(better: number, unit: string, compared: string): string {
  if (better === 0) return `the same as ${compared}`;
  return `${differenceWords(better, unit)} ${better > 0 ? 'better' : 'worse'} than ${compared}`;
}

function upperFirst(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
