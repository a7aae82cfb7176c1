import { formatDate } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { DataTable, Panel, RagBadge } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { ActionName, SaidCell } from './moved-table.tsx';
import classes from './movement.module.css';
import { longRedQuery } from './queries.ts';

/** Actions that one snapshot after the other has shown red, the longest first. */
export function LongRedPanel({ planId }: { planId: string }) {
  const { data, error, refetch } = useQuery(longRedQuery(planId));
  if (error) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (!data?.snapshot) return null;
  const title = `Red for ${countOf(data.weeks, 'week')} or more`;
  if (data.actions.length === 0) {
    return (
      <Panel title={title}>
        <p className={classes.quiet}>
          No action has been red for {countOf(data.weeks, 'week')}, as at {formatDate(data.snapshot.asAt)}.
        </p>
      </Panel>
    );
  }
  return (
    <Panel title={title} aside={countOf(data.actions.length, 'action')}>
      <DataTable caption={title} cards="early">
        <thead>
          <tr>
            <th scope="col">Action</th>
            <th scope="col">Red for</th>
            <th scope="col">Due</th>
            <th scope="col">What was said</th>
          </tr>
        </thead>
        <tbody>
          {data.actions.map((action) => (
            <tr key={action.id}>
              <th scope="row" data-wide className={classes.action}>
                <ActionName planId={planId} action={action} />
                <span className={classes.beneath}>
                  {[action.team, action.ownerPost].filter(Boolean).join(' · ') || 'Nobody owns it'}
                </span>
              </th>
              <td data-label="Red for">
                <RagBadge rag="RED" compact /> {countOf(action.weeks, 'week')}
                <span className={classes.beneath}>
                  since {formatDate(action.since)}, {inEach(action.snapshots)}
                </span>
              </td>
              <td data-label="Due">{action.dueDate ? formatDate(action.dueDate) : 'No due date'}</td>
              <SaidCell words={action.ragReason} />
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Panel>
  );
}

/** "in each of the last 5 snapshots" */
function inEach(snapshots: number): string {
  return snapshots === 1 ? 'by the last snapshot' : `in each of the last ${snapshots} snapshots`;
}
