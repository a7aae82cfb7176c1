import { formatDate, formatShortDate, type IsoDate } from '@gt/contracts/words';
import { DataTable, Panel, SeriesChart } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { burnUpDays, burnUpSeries, burnUpUntil } from './burn-up-series.ts';
import classes from './movement.module.css';
import { type BurnUp, burnUpQuery } from './queries.ts';

type BurnUpPanelProps = {
  planId: string;
  /** Only what was kept by then, with nothing of today; everything when absent. */
  until?: IsoDate;
  /** Beside the title. */
  aside?: ReactNode;
};

/** Planned against closed over time, from what the snapshots kept; today's count stands apart as a ring. */
export function BurnUpPanel({ planId, until, aside }: BurnUpPanelProps) {
  const { data: whole, error, refetch } = useQuery(burnUpQuery(planId));
  const data = whole && until ? burnUpUntil(whole, until) : whole;
  if (error) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  const last = data?.points.at(-1);
  if (!data || !last) return null;
  const isNewer = data.now.asAt > last.asAt;
  return (
    <Panel title="Planned against closed" aside={aside}>
      <figure className={classes.figure}>
        <SeriesChart
          title="Planned against closed"
          days={burnUpDays(data)}
          series={burnUpSeries(data)}
          until={data.ahead.length > 0 ? { date: last.asAt, name: 'planned from here' } : undefined}
        />
        <figcaption className={classes.words}>
          As at {formatDate(last.asAt)}: {data.words} “Planned” counts the dates as they were then, “First
          planned” the first dates; each point is as its snapshot kept it.
          {isNewer
            ? ` The ring is today’s count, ${data.now.closed} closed, which no snapshot has kept yet.`
            : ''}
        </figcaption>
        <details className={`${classes.behind} gt-screen-only`}>
          <summary>Show as a table</summary>
          <BurnUpTable burnUp={data} isNewer={isNewer} />
        </details>
      </figure>
    </Panel>
  );
}

function BurnUpTable({ burnUp: { points, now }, isNewer }: { burnUp: BurnUp; isNewer: boolean }) {
  const rows = [
    ...points.map((point) => ({ ...point, name: formatShortDate(point.asAt) })),
    ...(isNewer ? [{ ...now, name: `${formatShortDate(now.asAt)} (today)` }] : []),
  ].toReversed();
  return (
    <DataTable caption="Planned against closed, newest first">
      <thead>
        <tr>
          <th scope="col">As at</th>
          <th scope="col">Closed</th>
          <th scope="col">Planned</th>
          <th scope="col">First planned</th>
          <th scope="col">All actions</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            <td>{row.closed}</td>
            <td>{row.plannedByDue}</td>
            <td>{row.plannedByOriginal}</td>
            <td>{row.actions}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
