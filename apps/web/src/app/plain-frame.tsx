import type { ReactNode } from 'react';
import classes from './plain-frame.module.css';

/** Around a page that stands outside the shell: nothing at this address, or no page at all. */
export function PlainFrame({ children }: { children: ReactNode }) {
  return (
    <main id="main" className={classes.frame}>
      {children}
    </main>
  );
}
