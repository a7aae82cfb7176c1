import { FIGURE_OUTCOME_LABELS, FIGURE_OUTCOMES, formatDate } from '@gt/contracts/words';
import { valueWords } from '@gt/domain/measure';
import { DataTable, EmptyState, Panel, SkeletonRows } from '@gt/ui';
import { Button, Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemPanel } from '../../../components/problem-panel.tsx';
import classes from '../measures.module.css';
import { type DryRun, type FigureRow, figureRowsQuery, type Outcome } from './queries.ts';

/** Rows of one page, as the server sends them. */
const PAGE = 100;

/** Every figure of the file and every row without one, each with what becomes of it and why. */
export function FigureRows({ importId, dryRun }: { importId: string; dryRun: DryRun }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [from, setFrom] = useState(0);
  const { data, error, refetch } = useQuery(figureRowsQuery({ importId, outcome, from }));
  const pick = (value: string) => {
    setOutcome(FIGURE_OUTCOMES.find((one) => one === value) ?? null);
    setFrom(0);
  };
  return (
    <Panel title="Row by row">
      <NativeSelect
        label="Show"
        mb="sm"
        value={outcome ?? ''}
        data={[
          { value: '', label: 'All rows' },
          ...FIGURE_OUTCOMES.filter((one) => dryRun.counts[one] > 0).map((one) => ({
            value: one,
            label: `${FIGURE_OUTCOME_LABELS[one]} (${dryRun.counts[one]})`,
          })),
        ]}
        onChange={(event) => pick(event.currentTarget.value)}
      />
      {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={8} rowHeight={48} label="Loading rows" /> : null}
      {data && data.rows.length === 0 ? <EmptyState sentence="No row has this outcome any more." /> : null}
      {data && data.rows.length > 0 ? <Rows rows={data.rows} /> : null}
      {data && (data.next !== null || from > 0) ? (
        <Group mt="sm">
          <Button variant="default" disabled={from === 0} onClick={() => setFrom(Math.max(0, from - PAGE))}>
            Rows before
          </Button>
          <Button variant="default" disabled={data.next === null} onClick={() => setFrom(data.next ?? from)}>
            Rows after
          </Button>
          <span className={classes.quiet}>
            {from + 1} to {from + data.rows.length} of {data.total}
          </span>
        </Group>
      ) : null}
    </Panel>
  );
}

function Rows({ rows }: { rows: readonly FigureRow[] }) {
  return (
    <DataTable caption="Figures as they were read" cards>
      <thead>
        <tr>
          <th scope="col">Row</th>
          <th scope="col">In the file</th>
          <th scope="col">Read as</th>
          <th scope="col">What becomes of it</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.sheet} ${row.row} ${row.across}`}>
            <td className="gt-figures" data-label="Row">
              {row.sheet === '' ? '' : `${row.sheet}, `}
              {row.row}
            </td>
            <td className={classes.said} data-label="In the file">
              {row.text}
            </td>
            <td data-label="Read as">
              {row.date !== null && row.value !== null ? (
                <>
                  {row.reference}, {formatDate(row.date)}: {valueWords(row.value, row.unit)}
                </>
              ) : (
                ''
              )}
            </td>
            <td className={classes.said} data-label="What becomes of it">
              <strong className={classes.verdict} data-outcome={row.outcome}>
                {FIGURE_OUTCOME_LABELS[row.outcome]}
              </strong>{' '}
              {row.reason}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
