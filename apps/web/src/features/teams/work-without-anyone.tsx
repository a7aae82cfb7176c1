import { holds } from '@gt/domain/authz';
import { countOf } from '@gt/domain/wording';
import { Panel } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { waitingQuery } from '../assignments/public.tsx';
import classes from './teams.module.css';

/** Work that nobody has taken on, and work whose owner has left, by plan; each count opens its list. */
export function WorkWithoutAnyone() {
  const { roles, teamIds } = useUser();
  const { data } = useQuery({ ...waitingQuery(), enabled: holds(roles, 'action.assign') });
  if (!data || data.plans.length === 0) return null;
  const team = holds(roles, 'plan.edit') ? undefined : teamIds.join(',') || undefined;
  return (
    <Panel title="Work that waits for somebody">
      <ul className={classes.posts}>
        {data.plans.map(({ planId, planName, notTakenOn, orphans }) => (
          <li key={planId} className={classes.post}>
            <div>
              <span className={classes.title}>{planName}</span>
              <p className={classes.holder}>
                {notTakenOn > 0 ? (
                  <Link to={paths.planActions} params={{ planId }} search={{ assignment: 'open', team }}>
                    {countOf(notTakenOn, 'open action')} without an owner, or not taken on
                  </Link>
                ) : (
                  'Every open action has an owner and is taken on'
                )}
                {orphans > 0 ? (
                  <>
                    {'. '}
                    <Link to={paths.planActions} params={{ planId }} search={{ holder: 'none', team }}>
                      {countOf(orphans, 'open action')} whose owner has left or whose post is vacant
                    </Link>
                  </>
                ) : null}
                .
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
