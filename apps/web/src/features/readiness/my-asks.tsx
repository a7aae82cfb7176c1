import { formatDate } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { Panel } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { myAsksQuery } from './queries.ts';
import classes from './readiness.module.css';

/** Evidence that the person is asked for, by its day; nothing for who is asked for none. */
export function MyAsks() {
  const { roles } = useUser();
  const { data: asks } = useQuery({ ...myAsksQuery(), enabled: holds(roles, 'evidence.upload') });
  if (!asks || asks.length === 0) return null;
  return (
    <Panel title="Evidence you are asked for" aside={`${asks.length} open`}>
      <ul className={classes.mine}>
        {asks.map(({ id, planId, action, recommendation, text, dueDate, dueWords, overdue, askedBy }) => (
          <li key={id}>
            <Link to={paths.ask} params={{ planId, askId: id }}>
              {action?.reference ?? recommendation}: {text}
            </Link>
            <p className={classes.quiet}>
              By {formatDate(dueDate)},{' '}
              <span className={overdue ? classes.late : undefined}>{dueWords.toLowerCase()}</span>. Asked by{' '}
              {askedBy.name}.
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
