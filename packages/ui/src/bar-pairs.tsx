import type { ReactNode } from 'react';
import classes from './bar-pairs.module.css';
import { barInWords, RagBar, type RagBarCounts, totalOf } from './rag-bar.tsx';

export type BarPair = {
  id: string;
  /** Beside the bars: "R3", or a link. */
  label: ReactNode;
  /** A line under the label: what it is of. */
  detail?: string;
  from: RagBarCounts;
  to: RagBarCounts;
  /** At the end of the row: "+2 net: 3 better, 1 worse". */
  words: string;
};

type BarPairsProps = {
  /** What is compared: "Actions by RAG, then and now, for each recommendation". */
  caption: string;
  /** The two moments, short: "5 Mar 2026", "12 Mar 2026". */
  fromName: string;
  toName: string;
  /** A sentence that says what the bars show. */
  words: string;
  pairs: readonly BarPair[];
  /** The same figures as a table. */
  children?: ReactNode;
};

/** Counts by colour at two moments, one bar over the other, with the net in words; a table behind them. */
export function BarPairs({ caption, fromName, toName, words, pairs, children }: BarPairsProps) {
  const longest = Math.max(1, ...pairs.flatMap(({ from, to }) => [totalOf(from), totalOf(to)]));
  return (
    <figure className={classes.root} aria-label={caption}>
      <ul className={classes.rows}>
        {pairs.map(({ id, label, detail, from, to, words: net }) => (
          <li key={id} className={classes.row}>
            <div className={classes.label}>
              {label}
              {detail ? <span className={classes.detail}>{detail}</span> : null}
            </div>
            <div className={classes.bars}>
              <span className={classes.name}>{fromName}</span>
              <span className="gt-visually-hidden">{barInWords(from)}</span>
              <RagBar counts={from} longest={longest} />
              <span className={classes.name}>{toName}</span>
              <span className="gt-visually-hidden">{barInWords(to)}</span>
              <RagBar counts={to} longest={longest} />
            </div>
            <div className={classes.net}>{net}</div>
          </li>
        ))}
      </ul>
      <figcaption className={classes.words}>{words}</figcaption>
      {children ? (
        <details className={`${classes.table} gt-screen-only`}>
          <summary>Show as a table</summary>
          {children}
        </details>
      ) : null}
    </figure>
  );
}
