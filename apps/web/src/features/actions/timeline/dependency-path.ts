/** Where an arrow leaves or arrives: right edge of what comes first, left edge of what waits, middle of the bars. */
export type ArrowEnd = { x: number; y: number };

const OUT = 8;
const IN = 12;
/** From the middle of a bar to between two lines. */
const HALF_LINE = 20;

/**
 * The line of an arrow from the end of what comes first to the start of what waits for it, in right angles: straight
 * down where there is room, else round the back between two lines. `mark` is a place on it that stays clear of bars.
 */
export function dependencyPath(from: ArrowEnd, to: ArrowEnd): { path: string; mark: ArrowEnd } {
  const bend = to.x - IN;
  if (to.x - from.x >= OUT + IN) {
    return {
      path: `M${from.x} ${from.y}H${bend}V${to.y}H${to.x}`,
      mark: { x: bend, y: to.y > from.y ? to.y - HALF_LINE : to.y + HALF_LINE },
    };
  }
  const between = to.y > from.y ? from.y + HALF_LINE : from.y - HALF_LINE;
  return {
    path: `M${from.x} ${from.y}h${OUT}V${between}H${bend}V${to.y}H${to.x}`,
    mark: { x: (from.x + OUT + bend) / 2, y: between },
  };
}
