import { KnotMark } from './knot-mark.tsx';
import { lineHolds, type ThreadKnot, threadInWords } from './thread-knots.ts';
import classes from './thread-mini.module.css';

type ThreadMiniProps = {
  knots: readonly ThreadKnot[];
  /** The whole thread in words; made from the knots when absent. */
  words?: string;
};

const GAP = 18;
const FIRST = 5;

/** The thread in a table row: 64 pixels, four knots, and its words for those who do not see it. */
export function ThreadMini({ knots, words }: ThreadMiniProps) {
  const said = words ?? threadInWords(knots);
  return (
    <span className={classes.root} title={said}>
      <svg width="64" height="14" viewBox="0 0 64 14" aria-hidden="true" focusable="false">
        {knots.slice(1).map((to, index) => {
          const from = knots[index];
          if (!from) return null;
          const x = FIRST + index * GAP;
          return (
            <path
              key={to.knot}
              d={`M${x + 6} 7h${GAP - 12}`}
              stroke="var(--gt-thread)"
              strokeWidth="2"
              strokeDasharray={lineHolds(from, to) ? undefined : '1.5 3'}
            />
          );
        })}
        {knots.map(({ knot, state }, index) => (
          <KnotMark key={knot} state={state} x={FIRST + index * GAP} y={7} r={4.5} />
        ))}
      </svg>
      <span className="gt-visually-hidden">{said}</span>
    </span>
  );
}
