import { holds } from '@gt/domain/authz';
import { Link } from '@tanstack/react-router';
import { paths } from '../lib/paths.ts';
import { useUser } from '../lib/session.ts';
import classes from './plan-views.module.css';

const BY_PATH = { exact: false, includeSearch: false };
const HERE = { 'data-here': true };

/** The sides of a re-inspection: whether there is enough, what answers which question, what goes out, and who reads it. */
export function ProofNav({ planId }: { planId: string }) {
  const { roles } = useUser();
  const places = [
    { to: paths.readiness, label: 'Readiness', permission: 'recommendation.read' },
    { to: paths.enquiries, label: 'Lines of enquiry', permission: 'recommendation.read' },
    { to: paths.packs, label: 'Packs', permission: 'pack.read' },
    { to: paths.rooms, label: 'Inspector rooms', permission: 'room.manage' },
  ] as const;
  return (
    <nav aria-label="For an inspector" className={`${classes.root} gt-screen-only`}>
      <ul className={classes.list}>
        {places
          .filter(({ permission }) => holds(roles, permission))
          .map(({ to, label }) => (
            <li key={to}>
              <Link
                to={to}
                params={{ planId }}
                className={classes.view}
                activeOptions={BY_PATH}
                activeProps={HERE}
              >
                {label}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
