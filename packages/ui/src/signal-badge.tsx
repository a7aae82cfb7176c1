import type { MeasureSignal } from '@gt/contracts/words';
import classes from './signal-badge.module.css';

/** The shapes of the control chart: a square, a triangle, a ring, a dotted ring. */
const SHAPES: Record<MeasureSignal, string> = {
  IMPROVEMENT: 'M2 2h8v8h-8Z',
  CONCERN: 'M6 1.5L11 10.5H1Z',
  COMMON_CAUSE: 'M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0 -9',
  TOO_FEW: 'M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0 -9',
};

/** Short, to stand on one line in a table; sentences use the labels of the words. */
const WORDS: Record<MeasureSignal, string> = {
  IMPROVEMENT: 'Improvement',
  CONCERN: 'Concern',
  COMMON_CAUSE: 'Noise',
  TOO_FEW: 'Too few figures',
};

/** Whether the newest figures are change or noise, by the control chart: shape and word always. */
export function SignalBadge({ signal }: { signal: MeasureSignal }) {
  const isFilled = signal === 'IMPROVEMENT' || signal === 'CONCERN';
  return (
    <span className={classes.root} data-signal={signal}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path
          d={SHAPES[signal]}
          fill={isFilled ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="1.4"
          strokeLinejoin="round"
          strokeDasharray={signal === 'TOO_FEW' ? '1 2.5' : undefined}
        />
      </svg>
      {WORDS[signal]}
    </span>
  );
}
