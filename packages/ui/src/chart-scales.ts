import type { IsoDate } from '@gt/contracts/words';
import { scaleLinear, scaleUtc } from 'd3-scale';

/** Least distance between two labels at the right edge, in pixels. */
const LABEL_GAP = 15;

type Dated = { date: IsoDate; value: number };

const instantOf = (date: IsoDate) => new Date(`${date}T00:00:00Z`);

/**
 * Where a figure stands in a plot of `width` × `height` pixels, and the round values at the side of it; `tight` leaves
 * no air for those. `dates` are further days that have to find room.
 */
export function chartScales(
  points: readonly Dated[],
  levels: readonly number[],
  {
    width,
    height,
    tight = false,
    dates = [],
  }: { width: number; height: number; tight?: boolean; dates?: readonly IsoDate[] },
) {
  const values = [...points.map(({ value }) => value), ...levels];
  const [least = 0, most = 0] = [Math.min(...values), Math.max(...values)];
  // A flat line stands in the middle rather than on the edge.
  const air = most === least ? Math.max(Math.abs(most) * 0.1, 1) : (most - least) * 0.08;
  // What counts from nought is not drawn below it.
  const floor = least >= 0 ? Math.max(0, least - air) : least - air;
  const exact = scaleLinear(tight && most > least ? [least, most] : [floor, most + air], [height, 0]);
  const y = tight ? exact : exact.nice(4);
  const days = [...points.map(({ date }) => date), ...dates].sort();
  const [first, last] = [days[0], days.at(-1)];
  const x = scaleUtc(first && last ? [instantOf(first), instantOf(last)] : [new Date(0), new Date(1)], [
    0,
    width,
  ]);
  return {
    // One figure alone stands in the middle.
    x: (date: IsoDate) => (first === last ? width / 2 : x(instantOf(date))),
    y: (value: number) => y(value),
    ticks: y.ticks(4),
  };
}

/** Every so many-th of `count` positions, the last one always among them, so that at most `most` are named. */
export function namedPositions(count: number, most: number): number[] {
  if (count === 0) return [];
  const step = Math.max(1, Math.ceil(count / Math.max(1, most)));
  const found: number[] = [];
  for (let index = count - 1; index >= 0; index -= step) found.unshift(index);
  return found;
}

/** Moves labels apart that would lie on one another, each as little as it can; keeps them within 0 to `height`. */
export function apart<T extends { y: number }>(labels: readonly T[], height: number): (T & { at: number })[] {
  const placed = [...labels].sort((a, b) => a.y - b.y).map((label) => ({ ...label, at: label.y }));
  for (const [index, label] of placed.entries()) {
    const above = placed[index - 1];
    if (above) label.at = Math.max(label.at, above.at + LABEL_GAP);
  }
  let floor = height;
  for (const label of placed.toReversed()) {
    label.at = Math.min(label.at, floor);
    floor = label.at - LABEL_GAP;
  }
  return placed;
}
