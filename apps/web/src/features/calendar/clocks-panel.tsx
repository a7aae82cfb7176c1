import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import classes from './clocks-panel.module.css';
import { GateList } from './gate-list.tsx';
import { clocksQuery } from './queries.ts';
import { WindowPanel } from './window-panel.tsx';

/** On the front page of a plan: the way to the submission, and when inspectors may come. */
export function ClocksPanel({ planId }: { planId: string }) {
  const { data } = useQuery(clocksQuery(planId));
  if (!data) return null;
  const running = data.clocks.filter(({ gates, submittedOn }) => submittedOn === null || gates.length > 0);
  if (running.length === 0 && data.windows.length === 0 && data.whyNoWindow === '') return null;
  return (
    <div className={classes.root}>
      {running.map((clock) => (
        <GateList key={clock.clockId} clock={clock} isOneOfMany={running.length > 1} />
      ))}
      <section className={classes.panel} aria-labelledby="windows">
        <div className={classes.head}>
          <h2 id="windows" className={classes.title}>
            When inspectors may come
          </h2>
          <Link to={paths.calendar} params={{ planId }} className="gt-screen-only">
            Open the calendar
          </Link>
        </div>
        {data.windows.map((window) => (
          <WindowPanel key={`${window.inspectionId} ${window.kind}`} planId={planId} window={window} />
        ))}
        {data.windows.length === 0 ? <p className={classes.quiet}>{data.whyNoWindow}</p> : null}
      </section>
    </div>
  );
}
