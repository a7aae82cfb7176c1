import { holds } from '@gt/domain/authz';
import { Link } from '@tanstack/react-router';
import { paths } from '../lib/paths.ts';
import { useUser } from '../lib/session.ts';
import classes from './plan-views.module.css';

/** A review or a paper that is open belongs to the list it came from; what is narrowed does not matter. */
const BY_PATH = { exact: false, includeSearch: false };
const HERE = { 'data-here': true };

/** The three sides of the weekly rhythm: the meetings, what moved between them, and the papers made from them. */
export function ReviewNav({ planId }: { planId: string }) {
  const { roles } = useUser();
  return (
    <nav aria-label="Review" className={`${classes.root} gt-screen-only`}>
      <ul className={classes.list}>
        {holds(roles, 'review.read') ? (
          <>
            <li>
              <Link
                to={paths.reviews}
                params={{ planId }}
                className={classes.view}
                activeOptions={BY_PATH}
                activeProps={HERE}
              >
                Reviews
              </Link>
            </li>
            <li>
              <Link
                to={paths.calendar}
                params={{ planId }}
                className={classes.view}
                activeOptions={BY_PATH}
                activeProps={HERE}
              >
                Calendar
              </Link>
            </li>
            <li>
              <Link
                to={paths.movement}
                params={{ planId }}
                className={classes.view}
                activeOptions={BY_PATH}
                activeProps={HERE}
              >
                Movement
              </Link>
            </li>
          </>
        ) : null}
        {holds(roles, 'report.read') ? (
          <li>
            <Link
              to={paths.reports}
              params={{ planId }}
              className={classes.view}
              activeOptions={BY_PATH}
              activeProps={HERE}
            >
              Reports
            </Link>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
