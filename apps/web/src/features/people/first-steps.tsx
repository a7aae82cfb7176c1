import { holds, type Permission } from '@gt/domain/authz';
import { countOf } from '@gt/domain/wording';
import { Panel } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { teamsQuery } from '../teams/public.tsx';
import classes from './first-steps.module.css';
import { peopleQuery } from './queries.ts';

type Step = {
  title: string;
  says: string;
  links: { to: string; label: string; search?: { by: 'hand' } }[];
  permission: Permission;
};

/** What a new installation waits for, in the order that saves work: teams, then people, then the report. */
export function FirstSteps() {
  const { roles } = useUser();
  const { data: teams = [] } = useQuery({ ...teamsQuery(), enabled: holds(roles, 'team.read') });
  const { data: list } = useQuery({ ...peopleQuery(), enabled: holds(roles, 'people.read') });
  const people = list?.people.length ?? 0;
  const invited = list?.invitations.length ?? 0;
  const steps: Step[] = [
    {
      title: 'Make teams and posts',
      says:
        teams.length === 0
          ? 'Actions belong to teams and are owned by posts, so that work stays when people move on.'
          : `${countOf(teams.length, 'team')} so far.`,
      links: [{ to: paths.teams, label: 'Go to teams' }],
      permission: 'team.edit',
    },
    {
      title: 'Invite people',
      says:
        people + invited <= 1
          ? 'Each with the roles and the post they hold. Somebody has to check evidence that others upload.'
          : `${countOf(people, 'account')}, ${countOf(invited, 'link')} not used yet.`,
      links: [{ to: paths.people, label: 'Go to people' }],
      permission: 'people.edit',
    },
    {
      title: 'Import the inspection report',
      says: 'The plan begins with what the inspection said. You check what was read before anything is saved.',
      links: [
        { to: paths.newPlan, label: 'Import an inspection report' },
        { to: paths.newPlan, label: 'Enter recommendations by hand', search: { by: 'hand' } },
      ],
      permission: 'plan.create',
    },
  ];
  return (
    <Panel title="First steps">
      <ol className={classes.steps}>
        {steps
          .filter((step) => holds(roles, step.permission))
          .map(({ title, says, links }) => (
            <li key={title} className={classes.step}>
              <div>
                <span className={classes.title}>{title}</span>
                <p className={classes.says}>{says}</p>
                <div className={classes.links}>
                  {links.map(({ to, label, search }) => (
                    <Link
                      key={label}
                      to={to as typeof paths.newPlan}
                      search={search ?? {}}
                      className={classes.link}
                    >
                      {label}
                    </Link>
                  ))}
                </div>
              </div>
            </li>
          ))}
      </ol>
    </Panel>
  );
}
