import { holds } from '@gt/domain/authz';
import { Link, useMatch } from '@tanstack/react-router';
import { paths, signedIn } from '../lib/paths.ts';
import type { PlanLayout } from '../lib/plan-actions-search.ts';
import { useUser } from '../lib/session.ts';
import classes from './plan-views.module.css';

/** The table is the layout without a name in the address. */
const LAYOUTS: readonly { view: PlanLayout | undefined; label: string }[] = [
  { view: undefined, label: 'Table' },
  { view: 'board', label: 'Board' },
  { view: 'timeline', label: 'Timeline' },
  { view: 'thread', label: 'Thread' },
];
/** The same search means this layout; what is narrowed and which action is open goes along from one to the next. */
const BY_SEARCH = { exact: true, includeSearch: true };
const BY_PATH = { exact: true, includeSearch: false };
const HERE = { 'data-here': true };

/** The ways to look at one plan, side by side: its actions in four layouts, and what the inspection said. */
export function PlanViews({ planId }: { planId: string }) {
  const { roles } = useUser();
  const actions = useMatch({ from: signedIn(paths.planActions), shouldThrow: false });
  return (
    <nav aria-label="Views of the plan" className={`${classes.root} gt-screen-only`}>
      <ul className={classes.list}>
        {LAYOUTS.map(({ view, label }) => (
          <li key={label}>
            <Link
              to={paths.planActions}
              params={{ planId }}
              search={{ ...actions?.search, view }}
              resetScroll={false}
              className={classes.view}
              activeOptions={BY_SEARCH}
              activeProps={HERE}
            >
              {label}
            </Link>
          </li>
        ))}
        {holds(roles, 'recommendation.read') ? (
          <li className={classes.apart}>
            <Link
              to={paths.recommendations}
              params={{ planId }}
              className={classes.view}
              activeOptions={BY_PATH}
              activeProps={HERE}
            >
              Recommendations
            </Link>
          </li>
        ) : null}
        {holds(roles, 'workload.read') ? (
          <li>
            <Link
              to={paths.workload}
              params={{ planId }}
              className={classes.view}
              activeOptions={BY_PATH}
              activeProps={HERE}
            >
              Workload
            </Link>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
