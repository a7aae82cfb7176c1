import { DELIVERY_STATUS_LABELS, formatShortDate, type IsoDate } from '@gt/contracts/words';
import { countOf, timesWords } from '@gt/domain/wording';
import { DataTable, RagBadge } from '@gt/ui';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '../../../lib/paths.ts';
import type { PlanActionsSearch } from '../../../lib/plan-actions-search.ts';
import type { TimelineRow } from '../queries.ts';
import { usePrinting } from '../use-printing.ts';
import { milestoneInWords } from './spoken-row.ts';
import classes from './timeline.module.css';

type TimelineTableProps = {
  planId: string;
  rows: readonly TimelineRow[];
  total: number;
  today: IsoDate;
  search: PlanActionsSearch;
  /** More of them are with the server. */
  onMore: () => void;
  isLoadingMore: boolean;
};

const AT_ONCE = 50;

/** The facts of the timeline as a table; on a phone as a list of dated rows. */
export function TimelineTable(props: TimelineTableProps) {
  const { planId, rows, total, today, search } = props;
  const [wanted, setWanted] = useState(AT_ONCE);
  const isPrinting = usePrinting();
  const shown = isPrinting ? rows : rows.slice(0, wanted);
  const more = () => {
    setWanted(wanted + AT_ONCE);
    if (wanted + AT_ONCE > rows.length) props.onMore();
  };
  return (
    <>
      <DataTable caption="Actions by date" cards="early">
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
              <td data-wide>{row.isRedacted ? 'Words destroyed' : row.title}</td>
              <td data-label="Team and owner">
                {row.team?.name ?? 'No team'}, {row.owner ?? 'no owner'}
              </td>
              <td data-label="Start" className={classes.date}>
                {row.startDate ? formatShortDate(row.startDate) : 'No start date'}
              </td>
              <td data-label="Due" className={classes.date}>
                {row.dueDate ? formatShortDate(row.dueDate) : 'No due date'}
                {factsOf(row).map((fact) => (
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
              <td data-label="Waits for">{waits(row)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {shown.length < total && !isPrinting ? (
        <Button variant="default" loading={props.isLoadingMore} onClick={more} className="gt-screen-only">
          Show more of {countOf(total - shown.length, 'other')}
        </Button>
      ) : null}
    </>
  );
}

function factsOf({
  daysOverdue,
  timesMoved,
  originalDueDate,
  dueDate,
  pendingDueDate,
}: TimelineRow): string[] {
  const was =
    originalDueDate && originalDueDate !== dueDate ? `, first due ${formatShortDate(originalDueDate)}` : '';
  return [
    ...(daysOverdue > 0 ? [`overdue ${countOf(daysOverdue, 'day')}`] : []),
    ...(timesMoved > 0 ? [`moved ${timesWords(timesMoved)}${was}`] : []),
    ...(pendingDueDate ? [`asked for: ${formatShortDate(pendingDueDate)}`] : []),
  ];
}

function waits({ waitsFor }: TimelineRow): string {
  const open = waitsFor.filter(({ isOver }) => !isOver);
  if (open.length === 0) return 'Nothing';
  return open.map(({ reference, isLate }) => (isLate ? `${reference} (late)` : reference)).join(', ');
}
