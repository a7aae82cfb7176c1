import { IconClockX } from '@tabler/icons-react';
import classes from './evidence.module.css';

/** That an item no longer says how things are, in words with a mark; nothing when it does. */
export function StandingNote({ standing }: { standing: { words: string } | null }) {
  if (!standing) return null;
  return (
    <span className={classes.standing}>
      <IconClockX size={14} aria-hidden="true" /> {standing.words}
    </span>
  );
}
