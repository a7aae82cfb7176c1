import type { MeasureMovement } from '@gt/contracts/words';
import classes from './movement-badge.module.css';

type MovementBadgeProps = {
  movement: MeasureMovement;
  /** The target is met: said instead of "moving towards". */
  isMet?: boolean;
};

/** An arrow to the bar of the target, away from it, level with it, or a dotted ring: shape and word always. */
const SHAPES: Record<MeasureMovement, string> = {
  TOWARDS: 'M1 6h6M4.5 3l3 3-3 3M10.5 1.5v9',
  AWAY: 'M7.5 6h-6M4.5 3l-3 3 3 3M10.5 1.5v9',
  STEADY: 'M1.5 4.5h9M1.5 7.5h9',
  NO_FIGURES: 'M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0 -9',
};

/** Short, to stand on one line in a table; sentences use the labels of the words. */
const WORDS: Record<MeasureMovement, string> = {
  TOWARDS: 'Towards target',
  AWAY: 'Away from target',
  STEADY: 'Steady',
  NO_FIGURES: 'Too few figures',
};

/** Where the newest figures of a measure go. */
export function MovementBadge({ movement, isMet = false }: MovementBadgeProps) {
  const words = isMet && movement !== 'AWAY' ? 'Target met' : WORDS[movement];
  return (
    <span className={classes.root} data-movement={movement}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path
          d={SHAPES[movement]}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
          strokeDasharray={movement === 'NO_FIGURES' ? '1 2.5' : undefined}
        />
      </svg>
      {words}
    </span>
  );
}
