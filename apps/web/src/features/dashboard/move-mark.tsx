import classes from './move-mark.module.css';
import type { Standing } from './queries.ts';

const ARROWS = {
  BETTER: 'M6 10.5v-9M2.5 5L6 1.5L9.5 5',
  WORSE: 'M6 1.5v9M2.5 7L6 10.5L9.5 7',
  SAME: 'M1.5 6h9M7 2.5L10.5 6L7 9.5',
} as const;

/** Which way a recommendation went since the review before: an arrow, and the words that say it. */
export function MoveMark({ move, moveWords }: Pick<Standing, 'move' | 'moveWords'>) {
  if (moveWords === '') return <span className={classes.words}>No review before</span>;
  return (
    <span className={classes.root} data-move={move ?? 'NEW'}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path
          d={move ? ARROWS[move] : 'M6 1.5v9M1.5 6h9'}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <span>{moveWords}</span>
    </span>
  );
}
