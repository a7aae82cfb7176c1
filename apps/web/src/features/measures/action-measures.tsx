import type { Decision } from '@gt/domain/authz';
import { holds } from '@gt/domain/authz';
import { valueWords } from '@gt/domain/measure';
import { MovementBadge, Sparkline } from '@gt/ui';
import { Alert, Button, Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { paths } from '../../lib/paths.ts';
import { problemOf } from '../../lib/problem.ts';
import { useUser } from '../../lib/session.ts';
import classes from './measures.module.css';
import { type MeasureRow, measuresQuery, useMeasureWrites } from './queries.ts';

type ActionMeasuresProps = {
  planId: string;
  actionId: string;
  reference: string;
  /** Whether the person may plan the action: it is judged by the measures linked to it. */
  plan: Decision;
};

/** The measures that an action is meant to move, and the choice of more. */
export function ActionMeasures({ planId, actionId, reference, plan }: ActionMeasuresProps) {
  const { roles } = useUser();
  const all = useQuery(measuresQuery(planId));
  const { linkAction, unlinkAction } = useMeasureWrites();
  const [failure, setFailure] = useState<string | null>(null);
  const mayLink = plan.ok && holds(roles, 'measure.edit');
  const isLinked = (row: MeasureRow) => row.actions.some(({ id }) => id === actionId);
  const linked = (all.data ?? []).filter(isLinked);
  const others = (all.data ?? []).filter((row) => !isLinked(row));
  const write = async (deed: 'link' | 'unlink', row: MeasureRow) => {
    setFailure(null);
    const ids = { measureId: row.id, actionId };
    const run = deed === 'link' ? linkAction : unlinkAction;
    const back = deed === 'link' ? unlinkAction : linkAction;
    const failed = (error: unknown) => setFailure(problemOf(error).message);
    try {
      await run.mutateAsync(ids);
      toast(`${row.reference} is ${deed === 'link' ? 'linked to' : 'no longer linked to'} ${reference}.`, {
        undo: () => void back.mutateAsync(ids).catch(failed),
      });
    } catch (error) {
      failed(error);
    }
  };
  if (!all.isSuccess) return null;
  return (
    <section aria-label="Measures it should move" className={classes.ofAction}>
      <h3 className={classes.heading}>Measures it should move</h3>
      {failure ? (
        <Alert color="brick" role="alert" mb="sm" title="Nothing was changed">
          {failure}
        </Alert>
      ) : null}
      {linked.length === 0 ? (
        <p className={classes.quiet}>
          None linked. A linked measure that moves away from its target turns this action amber.
        </p>
      ) : (
        <ul className={classes.entries}>
          {linked.map((row) => (
            <LinkedMeasure
              key={row.id}
              row={row}
              onUnlink={mayLink ? () => void write('unlink', row) : undefined}
            />
          ))}
        </ul>
      )}
      {mayLink && others.length > 0 ? (
        <LinkChoice others={others} onLink={(row) => void write('link', row)} />
      ) : null}
    </section>
  );
}

function LinkedMeasure({ row, onUnlink }: { row: MeasureRow; onUnlink?: () => void }) {
  return (
    <li className={classes.entry}>
      <div className={classes.linkLine}>
        <span>
          <Link to={paths.measures} params={{ planId: row.planId }} search={{ open: row.id }}>
            {row.reference} {row.redactedAt ? 'Destroyed' : row.name}
          </Link>
          <span className={classes.beneath}>
            {row.latest ? `${valueWords(row.latest.value, row.unit)}; ` : ''}
            {row.distanceWords}
          </span>
          <MovementBadge movement={row.movement} isMet={row.isMet} />
        </span>
        {row.spark.length > 1 ? <Sparkline points={row.spark} target={row.target} /> : null}
        {onUnlink ? (
          <Button
            variant="subtle"
            size="compact-sm"
            flex="none"
            className="gt-screen-only"
            aria-label={`Unlink ${row.reference}`}
            onClick={onUnlink}
          >
            Unlink
          </Button>
        ) : null}
      </div>
    </li>
  );
}

function LinkChoice({
  others,
  onLink,
}: {
  others: readonly MeasureRow[];
  onLink: (row: MeasureRow) => void;
}) {
  const [chosen, setChosen] = useState('');
  const row = others.find(({ id }) => id === chosen);
  return (
    <Group align="end" gap="xs" className="gt-screen-only">
      <NativeSelect
        label="Link a measure"
        value={row ? chosen : ''}
        data={[
          { value: '', label: 'Choose …' },
          ...others.map(({ id, reference, name }) => ({
            value: id,
            label: `${reference} ${name.slice(0, 70)}`,
          })),
        ]}
        onChange={(event) => setChosen(event.currentTarget.value)}
        className={classes.choose}
      />
      <Button
        variant="default"
        disabled={!row}
        onClick={() => {
          if (row) onLink(row);
          setChosen('');
        }}
      >
        Link
      </Button>
    </Group>
  );
}
