import { countOf } from '@gt/domain/wording';
import { DataTable, Panel } from '@gt/ui';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '../../lib/paths.ts';
import classes from './movement.module.css';
import type { SnapshotList } from './queries.ts';

/** Shown before the rest is asked for. */
const FIRST = 8;

/** Every snapshot of the plan, newest first, to be opened as the plan was then. */
export function SnapshotsPanel({ planId, list }: { planId: string; list: SnapshotList }) {
  const [isAll, setAll] = useState(false);
  const { snapshots, total } = list;
  const shown = isAll ? snapshots : snapshots.slice(0, FIRST);
  return (
    <Panel title="Snapshots" aside={countOf(total, 'snapshot')}>
      <DataTable caption="Snapshots, newest first" cards="early">
        <thead>
          <tr>
            <th scope="col">Snapshot</th>
            <th scope="col">Actions</th>
            <th scope="col">Closed</th>
            <th scope="col">Overdue</th>
            <th scope="col">Off track</th>
            <th scope="col">At risk</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((snapshot) => (
            <tr key={snapshot.id}>
              <th scope="row" data-wide>
                <Link
                  to={paths.snapshot}
                  params={{ planId, snapshotId: snapshot.id }}
                  className={classes.link}
                >
                  {snapshot.words}
                </Link>
              </th>
              <td data-label="Actions">{snapshot.actions}</td>
              <td data-label="Closed">{snapshot.closed}</td>
              <td data-label="Overdue">{snapshot.overdue}</td>
              <td data-label="Off track">{snapshot.rag.RED}</td>
              <td data-label="At risk">{snapshot.rag.AMBER}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {snapshots.length > FIRST ? (
        <Button
          variant="subtle"
          size="compact-sm"
          mt={8}
          className="gt-screen-only"
          onClick={() => setAll(!isAll)}
        >
          {isAll ? `Show the newest ${FIRST}` : `Show all ${snapshots.length}`}
        </Button>
      ) : null}
      {isAll && total > snapshots.length ? (
        <p className={classes.quiet}>
          The newest {snapshots.length} are listed. The first one can be chosen above.
        </p>
      ) : null}
    </Panel>
  );
}
