import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import classes from './calendar.module.css';
import { KindIcon } from './kind-icon.tsx';
import { clocksQuery } from './queries.ts';

/** Above the days: when inspectors may come, which no single day says. */
export function WindowLines({ planId }: { planId: string }) {
  const { data } = useQuery(clocksQuery(planId));
  if (!data || data.windows.length === 0) return null;
  return (
    <ul className={classes.windowLines} aria-label="When inspectors may come">
      {data.windows.map(({ inspectionId, kind, name, words, state }) => (
        <li key={`${inspectionId} ${kind}`} data-open={state === 'OPEN'}>
          <KindIcon kind="WINDOW" />
          <span>
            <strong>{name}</strong>: {words.slice(0, 1).toLowerCase()}
            {words.slice(1)} (assumed).{' '}
            <Link to={paths.position} params={{ planId }} hash="windows" className="gt-screen-only">
              See on what it rests
            </Link>
          </span>
        </li>
      ))}
    </ul>
  );
}
