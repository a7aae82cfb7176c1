import { Fragment } from 'react';
import classes from './key-words.module.css';

/** Keys as they are pressed: "g then a". */
export function KeyWords({ keys }: { keys: string }) {
  return (
    <span className={classes.keys}>
      {keys.split(' ').map((key, index) => (
        <Fragment key={key}>
          {index > 0 ? ' then ' : ''}
          <kbd className={classes.key}>{key}</kbd>
        </Fragment>
      ))}
    </span>
  );
}
