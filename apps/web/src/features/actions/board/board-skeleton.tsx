import { Skeleton } from '@mantine/core';
import classes from './board.module.css';
import { type BoardGroup, FIXED_KEYS } from './board-groups.ts';

const SOME = ['1', '2', '3', '4', '5'];

/** Grey cards where cards will be, in as many columns as there will be where that is known. */
export function BoardSkeleton({ by }: { by: BoardGroup }) {
  return (
    <div role="status" className={classes.columns}>
      <span className="gt-visually-hidden">Loading the board</span>
      {(FIXED_KEYS[by] ?? SOME).map((key) => (
        <div key={key} className={classes.column}>
          <Skeleton height={20} radius="sm" mb={12} />
          {SOME.slice(0, 4).map((card) => (
            <Skeleton key={card} height={108} radius="md" mb={8} />
          ))}
        </div>
      ))}
    </div>
  );
}
