import { ROW_OUTCOME_LABELS, ROW_OUTCOMES, WORKBOOK_FIELD_LABELS } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { EmptyState, Panel, SkeletonRows } from '@gt/ui';
import { Button, Checkbox, Group, NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import {
  confirmMutation,
  type DryRun,
  type Outcome,
  type Row,
  refreshPlan,
  rowsQuery,
  type Workbook,
} from './queries.ts';
import type { ChoicesHandle } from './use-choices.ts';
import classes from './workbooks.module.css';

type StepProps = { workbook: Workbook; dryRun: DryRun; handle: ChoicesHandle };

/** Every row of the workbook beside what it becomes, what is to be mended first; and bringing it in. */
export function RowsStep(props: StepProps) {
  const { workbook, dryRun } = props;
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [from, setFrom] = useState(0);
  const { data, error, refetch } = useQuery(rowsQuery({ workbookId: workbook.id, outcome, from }));
  const shown = ROW_OUTCOMES.filter((one) => dryRun.counts[one] > 0);
  const pick = (value: string) => {
    setOutcome(ROW_OUTCOMES.find((one) => one === value) ?? null);
    setFrom(0);
  };
  return (
    <>
      <Findings {...props} />
      <Confirm {...props} />
      <Panel title="Row by row">
        <NativeSelect
          className={classes.filter}
          label="Show"
          value={outcome ?? ''}
          onChange={(event) => pick(event.currentTarget.value)}
        >
          <option value="">All rows ({dryRun.totals.rows - dryRun.totals.blank})</option>
          {shown.map((one) => (
            <option key={one} value={one}>
              {ROW_OUTCOME_LABELS[one]} ({dryRun.counts[one]})
            </option>
          ))}
        </NativeSelect>
        {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <SkeletonRows rows={8} rowHeight={64} label="Loading rows" /> : null}
        {data && data.rows.length === 0 ? <EmptyState sentence="No row has this outcome any more." /> : null}
        <ol className={classes.rows} start={from + 1}>
          {data?.rows.map((row) => (
            <RowItem key={`${row.sheet} ${row.row}`} row={row} handle={props.handle} />
          ))}
        </ol>
        {data && (data.next !== null || from > 0) ? (
          <Group>
            <Button variant="default" disabled={from === 0} onClick={() => setFrom(Math.max(0, from - 50))}>
              Rows before
            </Button>
            <Button
              variant="default"
              disabled={data.next === null}
              onClick={() => setFrom(data.next ?? from)}
            >
              Rows after
            </Button>
            <span className={classes.muted}>
              {from + 1} to {from + data.rows.length} of {data.total}
            </span>
          </Group>
        ) : null}
      </Panel>
    </>
  );
}

function Findings({ dryRun, handle }: StepProps) {
  if (dryRun.findingsTotal === 0) return null;
  const likely = dryRun.findings.some(({ isLikely }) => isLikely);
  return (
    <Panel title="Look at these words first">
      <p className={classes.words}>
        {countOf(dryRun.findingsTotal, 'cell')} may name somebody. Children’s own data never belongs in a
        plan. Mend the workbook, leave those rows out, or say that you looked.
      </p>
      <ul className={classes.notes}>
        {dryRun.findings.map(({ sheet, row, masked, why }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two findings of one cell differ by nothing else
          <li key={`${sheet} ${row} ${at}`}>
            Row {row}
            {sheet === '' ? '' : ` of “${sheet}”`}: {masked}. {why}.
          </li>
        ))}
      </ul>
      {likely ? (
        <Checkbox
          label="I have looked at them, and none is about a child or family"
          checked={handle.choices.hasLookedAtFindings}
          onChange={(event) => handle.change({ hasLookedAtFindings: event.currentTarget.checked })}
        />
      ) : null}
    </Panel>
  );
}

function Confirm({ workbook, dryRun, handle }: StepProps) {
  const confirm = useMutation({
    ...confirmMutation(),
    onSuccess: async () => {
      toast('The workbook is in the plan.');
      await refreshPlan();
    },
  });
  const { counts } = dryRun;
  const parts = [
    counts.CREATE > 0 ? countOf(counts.CREATE, 'new action') : '',
    counts.UPDATE > 0 ? countOf(counts.UPDATE, 'changed action') : '',
    counts.RECOMMENDATION > 0 ? `${countOf(counts.RECOMMENDATION, 'row')} naming a new recommendation` : '',
  ].filter((part) => part !== '');
  const nothing = dryRun.totals.imported === 0;
  return (
    <Panel title="Bring it in">
      <p className={classes.words}>
        {nothing
          ? 'No row would come in as it stands.'
          : `${parts.join(', ')}. Nobody is sent a message about new actions; their owners find them in My week. All of it can be undone at once.`}
        {dryRun.stop === '' ? '' : ` ${dryRun.stop}`}
      </p>
      <Button
        loading={confirm.isPending}
        disabled={nothing || dryRun.stop !== '' || handle.isSaving}
        onClick={() => confirm.mutate({ workbookId: workbook.id, version: workbook.version })}
      >
        Bring {countOf(dryRun.totals.imported, 'row')} into the plan
      </Button>
      {confirm.error ? (
        <p role="alert" className={classes.problem}>
          {problemOf(confirm.error).message}
        </p>
      ) : null}
    </Panel>
  );
}

function RowItem({ row, handle }: { row: Row; handle: ChoicesHandle }) {
  const key = `${row.sheet} ${row.row}`;
  const { leftOut } = handle.choices;
  const isLeftOut = leftOut.includes(key);
  const mayLeave = isLeftOut || ['CREATE', 'UPDATE', 'RECOMMENDATION', 'JOINED'].includes(row.outcome);
  const place = row.sheet === '' ? `Row ${row.row}` : `${row.sheet}, row ${row.row}`;
  return (
    <li className={classes.row} data-outcome={row.outcome}>
      <div className={classes.rowHead}>
        <strong>{ROW_OUTCOME_LABELS[row.outcome]}</strong>
        <span className={classes.muted}>
          {place}
          {row.reference ? `, ${row.reference}` : ''}
        </span>
        {mayLeave ? (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={isLeftOut ? `Bring in after all: ${place}` : `Leave out: ${place}`}
            onClick={() =>
              handle.change({ leftOut: isLeftOut ? leftOut.filter((one) => one !== key) : [...leftOut, key] })
            }
          >
            {isLeftOut ? 'Bring in after all' : 'Leave out'}
          </Button>
        ) : null}
      </div>
      {row.reasons.length > 0 ? <p className={classes.why}>{row.reasons.join(' ')}</p> : null}
      <div className={classes.beside}>
        <Facts
          title="In the workbook"
          facts={row.cells.map(({ heading, text }) => ({ label: heading, text }))}
        />
        {row.changes.length > 0 ? (
          <Facts
            title="Was, and becomes"
            facts={row.changes.map(({ field, was, becomes }) => ({
              label: WORKBOOK_FIELD_LABELS[field],
              text: `${was === '' ? 'nothing' : was} → ${becomes}`,
            }))}
          />
        ) : null}
        {row.becomes.length > 0 ? <Facts title="In the plan" facts={row.becomes} /> : null}
      </div>
    </li>
  );
}

function Facts({ title, facts }: { title: string; facts: readonly { label: string; text: string }[] }) {
  return (
    <div className={classes.facts}>
      <h3 className={classes.factsTitle}>{title}</h3>
      <dl className={classes.dl}>
        {facts.map(({ label, text }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a workbook may have one heading twice
          <div key={`${label} ${at}`} className={classes.fact}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
