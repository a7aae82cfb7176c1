import { useJustChanged } from '../lib/live/just-changed.ts';
import classes from './just-changed.module.css';

/** A quiet word on a row that somebody else has changed a moment ago. */
export function JustChanged({ actionId, isSpoken }: { actionId: string; isSpoken?: boolean }) {
  const who = useJustChanged(actionId);
  const words = who ? `changed by ${who} just now` : '';
  if (isSpoken) {
    return (
      <span className={classes.word} role="status">
        {words}
      </span>
    );
  }
  return who ? <span className={classes.word}>{words}</span> : null;
}
