import { EmptyState, Panel, ProgressLine, SkeletonRows } from '@gt/ui';
import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { Segments } from '../../components/segments.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { WORKBOOK_STEPS, type WorkbookStep } from '../../lib/workbook-search.ts';
import { ColumnsStep } from './columns-step.tsx';
import { DiscardWorkbook } from './discard-workbook.tsx';
import { ImportedPanel } from './imported-panel.tsx';
import { NamesStep } from './names-step.tsx';
import { type DryRun, type Workbook, workbookQuery } from './queries.ts';
import { RecommendationsStep } from './recommendations-step.tsx';
import { RowsStep } from './rows-step.tsx';
import { useChoices } from './use-choices.ts';
import classes from './workbooks.module.css';

const STEP_LABELS: Record<WorkbookStep, string> = {
  columns: '1 Columns',
  names: '2 People',
  recommendations: '3 Rules',
  rows: '4 Rows',
};

/** One workbook on its way into the plan: columns, people, recommendations, rows; and afterwards what it brought. */
export function WorkbookPage() {
  const { planId, workbookId } = useParams({ from: signedIn(paths.workbook) });
  const { data, error, refetch } = useQuery(workbookQuery(workbookId));
  return (
    <Page
      title={data?.fileName ?? 'Workbook'}
      documentTitle={data ? `Bring in ${data.fileName}` : undefined}
      lead={
        <Link to={paths.workbooks} params={{ planId }}>
          All workbooks of this plan
        </Link>
      }
      actions={
        data ? (
          <a href={`/files/workbooks/${data.id}`} download>
            The file as it came
          </a>
        ) : undefined
      }
    >
      {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={10} rowHeight={36} label="Loading the workbook" /> : null}
      {data ? <Standing key={data.id} workbook={data} /> : null}
    </Page>
  );
}

function Standing({ workbook }: { workbook: Workbook }) {
  if (workbook.state === 'IMPORTED') return <ImportedPanel workbook={workbook} />;
  if (workbook.state === 'FAILED') return <Failed workbook={workbook} />;
  if (workbook.state === 'READING' || !workbook.dryRun) {
    return (
      <Panel title="Reading the workbook">
        <ProgressLine
          label={workbook.fileName}
          share={null}
          stage="Reading the sheets, then looking at each row"
        />
      </Panel>
    );
  }
  return <Steps workbook={workbook} dryRun={workbook.dryRun} />;
}

function Steps({ workbook, dryRun }: { workbook: Workbook; dryRun: DryRun }) {
  const { step = 'columns' } = useSearch({ from: signedIn(paths.workbook) });
  const navigate = useNavigate({ from: paths.workbook });
  const handle = useChoices(workbook);
  const go = (to: WorkbookStep) => void navigate({ search: { step: to } });
  const next = WORKBOOK_STEPS[WORKBOOK_STEPS.indexOf(step) + 1];
  const { imported, explained, rows } = dryRun.totals;
  return (
    <div className={classes.page}>
      <Segments
        label="Step"
        value={step}
        options={WORKBOOK_STEPS.map((value) => ({ value, label: STEP_LABELS[value] }))}
        onChange={go}
      />
      <p className={classes.line} role="status">
        <strong>{rows} rows</strong> in the workbook: {imported} come in, {explained} do not, each with its
        reason.
        {handle.isSaving ? ' Looking at the rows again…' : ''}
      </p>
      {handle.problem === '' ? null : (
        <p role="alert" className={classes.problem}>
          {handle.problem}
        </p>
      )}
      {dryRun.notes.length > 0 ? (
        <ul className={classes.notes}>
          {dryRun.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
      {step === 'columns' ? <ColumnsStep dryRun={dryRun} handle={handle} /> : null}
      {step === 'names' ? <NamesStep workbook={workbook} dryRun={dryRun} handle={handle} /> : null}
      {step === 'recommendations' ? (
        <RecommendationsStep workbook={workbook} dryRun={dryRun} handle={handle} />
      ) : null}
      {step === 'rows' ? <RowsStep workbook={workbook} dryRun={dryRun} handle={handle} /> : null}
      <Group justify="space-between">
        <DiscardWorkbook workbook={workbook} />
        {next ? (
          <Button onClick={() => go(next)}>Next: {STEP_LABELS[next].slice(2).toLowerCase()}</Button>
        ) : null}
      </Group>
    </div>
  );
}

function Failed({ workbook }: { workbook: Workbook }) {
  return (
    <EmptyState
      sentence={workbook.failure}
      detail="Nothing was written to the plan. The file is kept until you throw it away."
      action={<DiscardWorkbook workbook={workbook} />}
    />
  );
}
