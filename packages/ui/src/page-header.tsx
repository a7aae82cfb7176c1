import type { ReactNode } from 'react';
import classes from './page-header.module.css';

type PageHeaderProps = {
  /** The one h1 of the page. */
  title: string;
  /** A line under it: the plan, the date, the filter. */
  lead?: ReactNode;
  /** The page's buttons; left out in print. */
  actions?: ReactNode;
};

/** Heading of a page. */
export function PageHeader({ title, lead, actions }: PageHeaderProps) {
  return (
    <div className={classes.root}>
      <div className={classes.words}>
        <h1 className={classes.title} tabIndex={-1}>
          {title}
        </h1>
        {lead ? <div className={classes.lead}>{lead}</div> : null}
      </div>
      {actions ? <div className={`${classes.actions} gt-screen-only`}>{actions}</div> : null}
    </div>
  );
}
