import { IconClockExclamation } from '@tabler/icons-react';
import classes from './measures.module.css';

/** Says that a figure has not come in when it should have. */
export function LateFlag({ words }: { words: string }) {
  return (
    <span className={classes.late}>
      <IconClockExclamation size={16} stroke={1.75} aria-hidden="true" />
      <span>
        <strong>Late.</strong> {words}
      </span>
    </span>
  );
}
