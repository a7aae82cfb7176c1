import { holds } from '@gt/domain/authz';
import { Link } from '@tanstack/react-router';
import { paths } from '../lib/paths.ts';
import { useUser } from '../lib/session.ts';
import classes from './plan-views.module.css';

const VIEWS = [
  { to: paths.planActions, label: 'Actions', permission: 'action.read' },
  { to: paths.recommendations, label: 'Recommendations', permission: 'recommendation.read' },
] as const;

/** The ways to look at one plan, side by side; nothing for those who may see only one of them. */
export function PlanViews({ planId }: { planId: string }) {
  const { roles } = useUser();
  const views = VIEWS.filter(({ permission }) => holds(roles, permission));
  if (views.length < 2) return null;
  return (
    <nav aria-label="Views of the plan" className={`${classes.root} gt-screen-only`}>
      <ul className={classes.list}>
        {views.map(({ to, label }) => (
          <li key={to}>
            <Link
              to={to}
              params={{ planId }}
              className={classes.view}
              activeOptions={{ exact: true, includeSearch: false }}
              activeProps={{ 'data-here': true }}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
