import { type MeasureAim, meetsTarget } from './movement.ts';
import { differenceWords, roundFigure, valueWords } from './value-words.ts';

export type Distance = {
  isMet: boolean;
  /** In the measure's unit, never negative; null when there is no target or no figure. */
  distance: number | null;
  words: string;
};

/**
 * How far the latest figure is from the target, in words that say which side it is on. "Short of" is for measures
 * that should rise, "above" for those that should fall.
 * Source: a bare colour is not trusted; show the distance from target.
 * Example: 85.8 % of 90 %, higher is better → "4.2 percentage points short of the target of 90 %".
 */
export function distanceFromTarget(
  latest: number | null,
  aim: Pick<MeasureAim, 'unit' | 'direction' | 'target'>,
): Distance {
  const { target, unit } = aim;
  if (target === null) return { isMet: false, distance: null, words: 'No target set' };
  const goal = `the target of ${valueWords(target, unit)}`;
  if (latest === null) return { isMet: false, distance: null, words: `No figure yet; ${goal} stands` };
  const distance = Math.abs(roundFigure(latest - target));
  const isMet = meetsTarget(latest, aim);
  if (distance === 0) return { isMet, distance, words: `On ${goal}` };
  const size = differenceWords(distance, unit);
  if (isMet) return { isMet, distance, words: `${size} better than ${goal}` };
  const side = aim.direction === 'HIGHER_IS_BETTER' ? 'short of' : 'above';
  return { isMet, distance, words: `${size} ${side} ${goal}` };
}
