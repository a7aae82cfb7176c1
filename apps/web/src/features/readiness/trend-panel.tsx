import { formatDate, formatShortDate, type IsoDate } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { DataTable, Panel, SeriesChart } from '@gt/ui';
import type { Readiness } from './queries.ts';
import classes from './readiness.module.css';

type Point = Readiness['trend'][number];

/** How many items were left to mend, week by week; today's count is worked out now. */
export function TrendPanel({ trend }: { trend: Readiness['trend'] }) {
  const last = trend.at(-1);
  if (!last) return null;
  const before = trend.at(-2);
  if (!before) {
    return (
      <Panel title="Week by week">
        <p className={classes.quiet}>
          {pointWords(last)}. From now on a point is kept each week and whenever a review is frozen.
        </p>
      </Panel>
    );
  }
  return (
    <Panel title="Week by week">
      <figure className={classes.figure}>
        <SeriesChart
          title="Items to mend, week by week"
          days={trend.map((point) => ({
            date: point.takenOn,
            axis: axisOf(point.takenOn),
            words: pointWords(point),
          }))}
          series={[
            {
              key: 'items',
              kind: 'main',
              name: 'Items to mend',
              points: trend.map(({ takenOn, items }) => ({ date: takenOn, value: items })),
            },
          ]}
        />
        <figcaption className={classes.words}>
          {changeWords(before, last)}. More evidence brings more to check, so the line may rise before it
          falls.
        </figcaption>
        <details className={`${classes.behind} gt-screen-only`}>
          <summary>Show the weeks as a table</summary>
          <TrendTable trend={trend} />
        </details>
      </figure>
    </Panel>
  );
}

function TrendTable({ trend }: { trend: readonly Point[] }) {
  return (
    <DataTable caption="Readiness week by week, newest first">
      <thead>
        <tr>
          <th scope="col">As at</th>
          <th scope="col">Items to mend</th>
          <th scope="col">Recommendations ready</th>
        </tr>
      </thead>
      <tbody>
        {trend.toReversed().map(({ takenOn, items, ready, recommendations }) => (
          <tr key={takenOn}>
            <th scope="row">{formatShortDate(takenOn)}</th>
            <td>{items}</td>
            <td>
              {ready} of {recommendations}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function pointWords({ takenOn, items, ready, recommendations }: Point): string {
  return `${formatDate(takenOn)}: ${countOf(items, 'item')} to mend, ${ready} of ${countOf(recommendations, 'recommendation')} ready`;
}

function changeWords(before: Point, last: Point): string {
  const change = last.items - before.items;
  if (change === 0) return `As many as on ${formatDate(before.takenOn)}`;
  return `${Math.abs(change)} ${change < 0 ? 'fewer' : 'more'} than on ${formatDate(before.takenOn)}`;
}

function axisOf(date: IsoDate): string {
  return formatShortDate(date).replace(/ \d{4}$/, '');
}
