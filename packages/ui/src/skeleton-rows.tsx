import { Skeleton } from '@mantine/core';
import classes from './skeleton-rows.module.css';

type SkeletonRowsProps = {
  rows?: number;
  /** Said to those who do not see the grey bars. */
  label?: string;
  /** Height of a row in pixels, so that nothing jumps when the words arrive. */
  rowHeight?: number;
};

/** Grey bars where rows will be. */
export function SkeletonRows({ rows = 5, label = 'Loading', rowHeight = 20 }: SkeletonRowsProps) {
  const bars = Array.from({ length: rows }, (_, index) => `bar ${index + 1}`);
  return (
    <div role="status" className={classes.root}>
      <span className="gt-visually-hidden">{label}</span>
      {bars.map((bar) => (
        <Skeleton key={bar} height={rowHeight} radius="sm" />
      ))}
    </div>
  );
}
