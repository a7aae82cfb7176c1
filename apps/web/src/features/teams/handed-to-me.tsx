import { formatDate } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { Panel } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { useToday } from '../../lib/session.ts';
import classes from './leaver.module.css';
import { handedToMeQuery } from './queries.ts';

/** Posts that came to me lately, with what the one before wrote; nothing when there are none. */
export function HandedToMe() {
  const today = useToday();
  const { data } = useQuery(handedToMeQuery());
  if (!data || data.length === 0) return null;
  return (
    <Panel title="Handed over to you">
      <ul className={classes.handed}>
        {data.map(({ postId, title, from, fromDate, note, openActions }) => (
          <li key={postId}>
            <strong>{title}</strong>
            <p className={classes.quiet}>
              {from ? `From ${from}, ` : ''}
              {fromDate > today ? 'yours from' : 'yours since'} {formatDate(fromDate)}.{' '}
              {openActions > 0
                ? `${countOf(openActions, 'open action')} with it.`
                : 'No open action with it.'}
            </p>
            <p className={classes.note}>“{note}”</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
