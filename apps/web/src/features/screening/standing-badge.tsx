import { SCREENING_STANDING_LABELS, type ScreeningStanding } from '@gt/contracts/words';
import classes from './screening.module.css';

/** A different mark for each standing, so that colour never stands alone. */
const MARKS: Record<ScreeningStanding, string> = {
  NOT_SCREENED: '○',
  NOTHING_FOUND: '✓',
  POSSIBLE: '◇',
  TO_SETTLE: '◆',
  JUSTIFIED: '◷',
  ALLOWED: '✓',
  REFUSED: '▲',
};

/** How a file stands after screening, in words with a mark. */
export function StandingBadge({ standing }: { standing: ScreeningStanding }) {
  return (
    <span className={classes.standing} data-standing={standing}>
      <span aria-hidden="true">{MARKS[standing]}</span> {SCREENING_STANDING_LABELS[standing]}
    </span>
  );
}
