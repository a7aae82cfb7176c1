import { formatDate } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { valueWords } from '@gt/domain/measure';
import { EmptyState, MovementBadge, Panel, SignalBadge, SkeletonRows } from '@gt/ui';
import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { LateFlag } from './late-flag.tsx';
import { MeasureChart } from './measure-chart.tsx';
import { MeasureFormDialog } from './measure-form-dialog.tsx';
import classes from './measures.module.css';
import { type MeasureRow, measuresQuery } from './queries.ts';
import { StandardsDialog } from './standards-dialog.tsx';

type RecommendationMeasuresProps = {
  planId: string;
  recommendationId: string;
  /** Whether the form for a new one stands open: the thread's gap opens it too. */
  isAdding: boolean;
  onAdding: (isAdding: boolean) => void;
};

/** The measures of a recommendation with their charts, and the form for another. */
export function RecommendationMeasures(props: RecommendationMeasuresProps) {
  const { planId, recommendationId, isAdding, onAdding } = props;
  const { roles } = useUser();
  const list = useQuery(measuresQuery(planId, { recommendationId }));
  const mayAdd = holds(roles, 'measure.edit');
  const rows = list.data ?? [];
  const [isChoosing, setChoosing] = useState(false);
  const add = mayAdd ? (
    <Group gap="xs">
      <Button variant="default" size="compact-md" onClick={() => onAdding(true)}>
        Add a measure
      </Button>
      <Button variant="default" size="compact-md" onClick={() => setChoosing(true)}>
        Choose standard measures …
      </Button>
    </Group>
  ) : undefined;
  return (
    <Panel title="Measures" aside={rows.length > 0 ? add : undefined}>
      {list.isPending ? <SkeletonRows rows={2} rowHeight={120} label="Loading measures" /> : null}
      {list.isError ? <ProblemPanel error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isSuccess && rows.length === 0 ? (
        <EmptyState
          sentence="No measure yet, so nobody can see whether things get better for children."
          action={add}
        />
      ) : null}
      {rows.length > 0 ? (
        <ul className={classes.small}>
          {rows.map((row) => (
            <MeasureCard key={row.id} row={row} recommendationId={recommendationId} />
          ))}
        </ul>
      ) : null}
      {isChoosing ? (
        <StandardsDialog
          planId={planId}
          recommendationId={recommendationId}
          onClose={() => setChoosing(false)}
        />
      ) : null}
      {isAdding ? (
        <MeasureFormDialog
          planId={planId}
          recommendationId={recommendationId}
          onClose={() => onAdding(false)}
        />
      ) : null}
    </Panel>
  );
}

function MeasureCard({ row, recommendationId }: { row: MeasureRow; recommendationId: string }) {
  return (
    <li className={classes.smallCard}>
      <h3 className={classes.smallName}>
        <Link to={paths.measures} params={{ planId: row.planId }} search={{ open: row.id }}>
          {row.reference} {row.redactedAt ? 'Destroyed' : row.name}
        </Link>
      </h3>
      <div className={classes.badges}>
        <MovementBadge movement={row.movement} isMet={row.isMet} />
        <SignalBadge signal={row.signal} />
        {row.isLate ? <LateFlag words={row.lateWords} /> : null}
      </div>
      {row.spark.length > 0 ? <MeasureChart measure={row} points={row.spark} small /> : null}
      <p className={classes.text}>
        {row.latest
          ? `${valueWords(row.latest.value, row.unit)} on ${formatDate(row.latest.date)}. ${row.distanceWords}.`
          : `${row.distanceWords}.`}
        {row.trajectory === 'NONE' ? '' : ` ${row.trajectoryWords}.`}
        {row.recommendationId === recommendationId ? '' : ` Set up under R${row.recommendationNumber}.`}
      </p>
    </li>
  );
}
