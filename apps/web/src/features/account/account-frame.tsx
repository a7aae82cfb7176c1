import { ThreadMark } from '@gt/ui';
import type { ReactNode } from 'react';
import classes from './account-frame.module.css';

/** The page of somebody who is not signed in: the mark, one card. */
export function AccountFrame({ children }: { children: ReactNode }) {
  return (
    <div className={classes.root}>
      <header className={classes.mark}>
        <ThreadMark />
        <span>Golden Thread</span>
      </header>
      <main id="main" className={classes.card}>
        {children}
      </main>
    </div>
  );
}
