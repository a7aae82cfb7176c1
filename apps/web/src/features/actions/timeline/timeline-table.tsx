import { DELIVERY_STATUS_LABELS, formatShortDate } from '@gt/contracts/words';
import { DataTable, RagBadge } from '@gt/ui';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../lib/paths.ts';
import { dueFacts, milestoneInWords, waitsOf } from './spoken-row.ts';
import classes from './timeline.module.css';
import type { TimelineListProps } from './timeline-list-props.ts';
import { useSome } from './use-some.tsx';

/** The facts of the timeline as a table; on a phone `TimelineList` says them. */
export function TimelineTable(props: TimelineListProps) {
  const { planId, today, search } = props;
  const { shown, button } = useSome(props);
  return (
    <div className={classes.facts}>
      <DataTable caption="Actions by date" cards>
        <thead>
          <tr>
            <th scope="col">Ref</th>
            <th scope="col">Action</th>
            <th scope="col">Team and owner</th>
            <th scope="col">Start</th>
            <th scope="col">Due</th>
            <th scope="col">RAG</th>
            <th scope="col">Status</th>
            <th scope="col">Milestones</th>
            <th scope="col">Waits for</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.id} data-open={search.open === row.id}>
              <th scope="row">
                <Link
                  to={paths.planActions}
                  params={{ planId }}
                  search={{ ...search, open: row.id }}
                  resetScroll={false}
                  aria-current={search.open === row.id ? 'true' : undefined}
                >
                  {row.reference}
                </Link>
              </th>
              <td>{row.isRedacted ? 'Words destroyed' : row.title}</td>
              <td data-label="Team and owner">
                {row.team?.name ?? 'No team'}, {row.owner ?? 'no owner'}
              </td>
              <td data-label="Start" className={classes.date}>
                {row.startDate ? formatShortDate(row.startDate) : 'No start date'}
              </td>
              <td data-label="Due" className={classes.date}>
                {row.dueDate ? formatShortDate(row.dueDate) : 'No due date'}
                {dueFacts(row).map((fact) => (
                  <span key={fact} className={classes.second} data-late={fact.startsWith('overdue')}>
                    {fact}
                  </span>
                ))}
              </td>
              <td data-label="RAG">
                <RagBadge rag={row.declaredRag} compact />
              </td>
              <td data-label="Status">
                {DELIVERY_STATUS_LABELS[row.status]}, {row.percentComplete}%
              </td>
              <td data-label="Milestones">
                {row.milestones.length === 0
                  ? 'None'
                  : row.milestones.map((milestone) => (
                      <span key={milestone.id} className={classes.second}>
                        {milestoneInWords(milestone, today).replace(/^Milestone /, '')}
                      </span>
                    ))}
              </td>
              <td data-label="Waits for">{waitsOf(row)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {button}
    </div>
  );
}
