import { ThreadMark } from '@gt/ui';
import { Link } from '@tanstack/react-router';
import { InboxBell } from '../../features/notifications/public.tsx';
import { NextClock, PlanSwitcher, useCurrentPlanId } from '../../features/plans/public.tsx';
import { paths } from '../../lib/paths.ts';
import { CommandHost } from './command-host.tsx';
import { PersonMenu } from './person-menu.tsx';
import classes from './top-bar.module.css';

/** Which plan, which clock matters next, the search, and who is signed in. */
export function TopBar() {
  const planId = useCurrentPlanId();
  return (
    <header className={classes.bar}>
      <Link to={paths.home} className={classes.mark} aria-label="Golden Thread, start page">
        <ThreadMark width={48} />
        <span className={classes.name}>Golden Thread</span>
      </Link>
      <PlanSwitcher planId={planId} />
      <div className={classes.space} />
      <NextClock planId={planId} />
      <CommandHost />
      <InboxBell />
      <PersonMenu />
    </header>
  );
}
