import { KNOT_LABELS } from '@gt/contracts/words';
import type { ReactNode } from 'react';
import { KnotMark } from './knot-mark.tsx';
import classes from './thread.module.css';
import { KNOT_STATE_WORDS, lineHolds, type ThreadKnot } from './thread-knots.ts';

type ThreadProps = {
  /** `mend` is the way to close the gap: a link or a small button. Left out in print. */
  knots: readonly (ThreadKnot & { mend?: ReactNode })[];
  /** The whole thread in words; also the name of the figure. */
  words: string;
};

/** The thread at full size: said, done, proved, changed; where it breaks, what is missing and the way to mend it. */
export function Thread({ knots, words }: ThreadProps) {
  return (
    <figure className={classes.figure} aria-label={`Thread: ${words}`}>
      <ol className={classes.thread}>
        {knots.map((knot, index) => {
          const next = knots[index + 1];
          const line = next ? (lineHolds(knot, next) ? 'holds' : 'gaps') : 'none';
          return (
            <li key={knot.knot} className={classes.knot} data-line={line}>
              <div className={classes.head}>
                <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
                  <KnotMark state={knot.state} x={10} y={10} r={8} />
                </svg>
              </div>
              <div className={classes.body}>
                <p className={classes.name}>
                  {KNOT_LABELS[knot.knot]}
                  <span className="gt-visually-hidden">({KNOT_STATE_WORDS[knot.state]})</span>
                </p>
                <p className={classes.words}>{knot.words}</p>
                {knot.missing && knot.missing.length > 0 ? (
                  <ul className={classes.missing}>
                    {knot.missing.map((sentence) => (
                      <li key={sentence}>{sentence}</li>
                    ))}
                  </ul>
                ) : null}
                {knot.mend ? <div className={`${classes.mend} gt-screen-only`}>{knot.mend}</div> : null}
              </div>
            </li>
          );
        })}
      </ol>
    </figure>
  );
}
