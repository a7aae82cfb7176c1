import { Fragment } from 'react';
import classes from './key-words.module.css';

/** What stands on a key that has a name instead of a sign. */
const SIGNS: Record<string, string> = { ArrowLeft: '←', ArrowRight: '→' };

/** Keys as they are pressed: "g then a", "j or ]". */
export function KeyWords({ keys, alsoKeys }: { keys: string; alsoKeys?: string }) {
  return (
    <span className={classes.keys}>
      {keys.split(' ').map((key, index) => (
        <Fragment key={key}>
          {index > 0 ? ' then ' : ''}
          <kbd className={classes.key}>{SIGNS[key] ?? key}</kbd>
        </Fragment>
      ))}
      {alsoKeys ? (
        <>
          {' or '}
          <kbd className={classes.key}>{SIGNS[alsoKeys] ?? alsoKeys}</kbd>
        </>
      ) : null}
    </span>
  );
}
