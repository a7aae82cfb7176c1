import type { KnotState } from '@gt/contracts/words';
import { lineHolds, type ThreadKnot, threadInWords } from './thread-knots.ts';
import classes from './thread-mini.module.css';

type ThreadMiniProps = {
  knots: readonly ThreadKnot[];
  /** The whole thread in words; made from the knots when absent. */
  words?: string;
};

const GAP = 18;
const FIRST = 5;
const MIDDLE = 7;

/** A circle of this radius around x, as part of a path. */
const circle = (x: number, r: number) =>
  `M${x - r} ${MIDDLE}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
const SHAPES: Record<KnotState, (x: number) => string> = {
  WHOLE: (x) => circle(x, 4.5),
  PARTIAL: (x) => circle(x, 3.5),
  MISSING: (x) => `M${x - 4} ${MIDDLE - 4}l8 8M${x + 4} ${MIDDLE - 4}l-8 8`,
};

/**
 * The thread in a table row: 64 pixels, four knots, and its words for those who do not see it. All that is drawn alike
 * is one path, because a long table holds hundreds of these.
 */
export function ThreadMini({ knots, words }: ThreadMiniProps) {
  const said = words ?? threadInWords(knots);
  const ink = 'var(--gt-thread)';
  const line = (holds: boolean) =>
    knots
      .slice(1)
      .flatMap((to, index) => {
        const from = knots[index];
        if (!from || lineHolds(from, to) !== holds) return [];
        return [`M${FIRST + index * GAP + 6} ${MIDDLE}h${GAP - 12}`];
      })
      .join('');
  const marks = (state: KnotState) =>
    knots
      .flatMap((knot, index) => (knot.state === state ? [SHAPES[state](FIRST + index * GAP)] : []))
      .join('');
  const stroked = `${line(true)}${marks('MISSING')}`;
  const [whole, partial, broken] = [marks('WHOLE'), marks('PARTIAL'), line(false)];
  return (
    <svg className={classes.root} width="64" height="14" viewBox="0 0 64 14" role="img">
      <title>{said}</title>
      {stroked ? <path d={stroked} stroke={ink} strokeWidth="2" strokeLinecap="round" /> : null}
      {broken ? <path d={broken} stroke={ink} strokeWidth="2" strokeDasharray="1.5 3" /> : null}
      {whole ? <path d={whole} fill={ink} /> : null}
      {partial ? <path d={partial} fill="var(--gt-panel)" stroke={ink} strokeWidth="2" /> : null}
    </svg>
  );
}
