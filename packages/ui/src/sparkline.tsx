import type { IsoDate } from '@gt/contracts/words';
import { line } from 'd3-shape';
import { chartScales } from './chart-scales.ts';
import classes from './sparkline.module.css';

type SparklineProps = {
  /** Oldest first. */
  points: readonly { date: IsoDate; value: number }[];
  target: number | null;
};

const WIDTH = 96;
const HEIGHT = 32;
const EDGE = 4;

/** Figures in a table row: the line, where it stands now, and the target. The words stand beside it. */
export function Sparkline({ points, target }: SparklineProps) {
  const last = points.at(-1);
  if (!last) return null;
  const inner = { width: WIDTH - 2 * EDGE, height: HEIGHT - 2 * EDGE, tight: true };
  const { x, y } = chartScales(points, target === null ? [] : [target], inner);
  const drawn = line<(typeof points)[number]>(
    ({ date }) => EDGE + x(date),
    ({ value }) => EDGE + y(value),
  )([...points]);
  return (
    <svg
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
      focusable="false"
      className={classes.root}
    >
      {target === null ? null : (
        <line className={classes.target} x1={0} x2={WIDTH} y1={EDGE + y(target)} y2={EDGE + y(target)} />
      )}
      {drawn ? <path className={classes.line} d={drawn} /> : null}
      <circle className={classes.last} cx={EDGE + x(last.date)} cy={EDGE + y(last.value)} r={3} />
    </svg>
  );
}
