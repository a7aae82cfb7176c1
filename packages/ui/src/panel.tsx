import type { ReactNode } from 'react';
import { useId } from 'react';
import classes from './panel.module.css';

type PanelProps = {
  /** An h2 (or h3 with `level`), which also names the region. */
  title?: string;
  level?: 2 | 3;
  /** Beside the title: a count, a link. */
  aside?: ReactNode;
  children: ReactNode;
};

/** A white card on the canvas, with a heading. */
export function Panel({ title, level = 2, aside, children }: PanelProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={classes.root} aria-labelledby={title ? id : undefined}>
      {title ? (
        <div className={classes.head}>
          <Heading id={id} className={classes.title}>
            {title}
          </Heading>
          {aside ? <div className={classes.aside}>{aside}</div> : null}
        </div>
      ) : null}
      {children}
    </section>
  );
}
