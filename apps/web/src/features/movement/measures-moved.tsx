import { DataTable, Panel } from '@gt/ui';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import classes from './movement.module.css';
import type { MeasureMoved } from './queries.ts';

const WAY = { BETTER: 'Better', WORSE: 'Worse', SAME: 'The same, or the first figure' } as const;

/** Measures that have another latest figure than before. */
export function MeasuresMoved({ planId, measures }: { planId: string; measures: readonly MeasureMoved[] }) {
  if (measures.length === 0) return null;
  return (
    <Panel title="Measures that moved">
      <DataTable caption="Measures with a new latest figure" cards="early">
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col">Then</th>
            <th scope="col">Now</th>
            <th scope="col">Way</th>
            <th scope="col">Distance now</th>
          </tr>
        </thead>
        <tbody>
          {measures.map((measure) => (
            <tr key={measure.id}>
              <th scope="row" data-wide>
                <Link
                  to={paths.measures}
                  params={{ planId }}
                  search={{ open: measure.reference }}
                  className={classes.link}
                >
                  {measure.reference} {measure.name}
                </Link>
              </th>
              <td data-label="Then">{measure.from ?? 'No figure'}</td>
              <td data-label="Now">{measure.to}</td>
              <td data-label="Way">{measure.isNewlyMet ? 'Target met' : WAY[measure.move]}</td>
              <td data-label="Distance now">{measure.toDistance}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Panel>
  );
}
