import { countOf } from '@gt/domain/wording';
import classes from './editor.module.css';
import type { PublicPreview } from './queries.ts';

type LeftOut = PublicPreview['leftOut'][number];

const KINDS: Record<string, string> = {
  WORDS: 'Words',
  COLUMN: 'Column',
  FIGURE: 'Figure',
  NAME: 'Name',
};

/** What a public edition does not say, each with why; folded away until asked for. */
export function LeftOutList({ leftOut, isOpen }: { leftOut: readonly LeftOut[]; isOpen?: boolean }) {
  if (leftOut.length === 0) return <p className={classes.hint}>The public edition leaves nothing out.</p>;
  return (
    <details className={classes.leftOut} open={isOpen}>
      <summary>{countOf(leftOut.length, 'thing')} left out of the public edition</summary>
      <ul>
        {leftOut.map(({ what, heading, words, why }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same name may be left out of the same section twice
          <li key={index}>
            <p>
              <strong>
                {KINDS[what] ?? 'Words'} in {heading}:
              </strong>{' '}
              <span className={classes.leftWords}>{words}</span>
            </p>
            <p className={classes.hint}>{why}.</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
