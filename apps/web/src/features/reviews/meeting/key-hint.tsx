import { useSingleKeys } from '../../../lib/use-single-keys.ts';
import classes from './composer.module.css';

/** The key of a button, as it works for this person: alone, or with Alt when single keys are off. */
export function KeyHint({ keys }: { keys: string }) {
  const { isOn, isKnown } = useSingleKeys();
  return (
    <span className={classes.key} aria-hidden="true">
      {isKnown && !isOn ? `Alt ${keys}` : keys}
    </span>
  );
}
