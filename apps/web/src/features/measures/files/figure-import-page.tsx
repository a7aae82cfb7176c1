import { formatDate } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { ConfirmDialog, EmptyState, Panel, ProgressLine, SkeletonRows } from '@gt/ui';
import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../../components/page.tsx';
import { ProblemPanel } from '../../../components/problem-panel.tsx';
import { toast } from '../../../components/toast.tsx';
import { paths, signedIn } from '../../../lib/paths.ts';
import { problemOf } from '../../../lib/problem.ts';
import classes from '../measures.module.css';
import { EnterPanel } from './enter-panel.tsx';
import { FigureRows } from './figure-rows.tsx';
import {
  type FigureImport,
  figureImportQuery,
  refreshFigureImports,
  useFigureImportWrites,
} from './queries.ts';

/** One file of figures: what becomes of each, what is done with periods that have one, and afterwards what it brought. */
export function FigureImportPage() {
  const { planId, importId } = useParams({ from: signedIn(paths.figureImport) });
  const { data, error, refetch } = useQuery(figureImportQuery(importId));
  return (
    <Page
      title={data?.fileName ?? 'File of figures'}
      documentTitle={data ? `Figures from ${data.fileName}` : undefined}
      lead={
        <Link to={paths.figureImports} params={{ planId }}>
          All files of figures
        </Link>
      }
      actions={
        data ? (
          <a href={`/files/figure-imports/${data.id}`} download>
            The file as it came
          </a>
        ) : undefined
      }
    >
      {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={10} rowHeight={36} label="Loading the file" /> : null}
      {data ? <Standing key={data.id} file={data} /> : null}
    </Page>
  );
}

function Standing({ file }: { file: FigureImport }) {
  if (file.state === 'IMPORTED') return <Entered file={file} />;
  if (file.state === 'FAILED') {
    return (
      <EmptyState
        sentence={file.failure}
        detail="No figure was entered. The file is kept until you throw it away."
        action={<Discard file={file} />}
      />
    );
  }
  if (file.state === 'READING' || !file.dryRun) {
    return (
      <Panel title="Reading the file">
        <ProgressLine label={file.fileName} share={null} stage="Reading the cells, then looking at each" />
      </Panel>
    );
  }
  return (
    <div className={classes.page}>
      <EnterPanel file={file} dryRun={file.dryRun} />
      <FigureRows importId={file.id} dryRun={file.dryRun} />
      <Group>
        <Discard file={file} />
      </Group>
    </div>
  );
}

function Entered({ file }: { file: FigureImport }) {
  const { undo } = useFigureImportWrites();
  const [asking, setAsking] = useState(false);
  const [changed, setChanged] = useState<readonly string[]>([]);
  const { id: importId, version, planId, importedAt, importedBy, entered } = file;
  const send = (keepChanged: boolean) =>
    undo.mutate(
      { importId, version, keepChanged },
      {
        onSuccess: (answer) => {
          setChanged(answer.undone ? [] : answer.changed);
          if (answer.undone) toast('Undone. The file waits for you again.');
        },
        onSettled: () => setAsking(false),
      },
    );
  return (
    <div className={classes.page}>
      <Panel title="Entered">
        <p className={classes.wordsLine}>
          {countOf(entered?.figures ?? 0, 'figure')} of {countOf(entered?.measures ?? 0, 'measure')}, by{' '}
          {importedBy} on {importedAt ? formatDate(importedAt.slice(0, 10)) : ''}. The file is kept as it
          came.
        </p>
        <Link to={paths.measures} params={{ planId }} search={{}}>
          Open the measures
        </Link>
      </Panel>
      <Panel title="Undo all of it">
        <p className={classes.wordsLine}>
          What it entered goes, what it corrected stands again. Only the history tells of it afterwards.
        </p>
        <Group>
          <Button variant="default" onClick={() => setAsking(true)}>
            Undo these figures
          </Button>
          <Discard file={file} />
        </Group>
        {undo.error ? <p role="alert">{problemOf(undo.error).message}</p> : null}
        {changed.length > 0 ? (
          <div role="alert">
            <p>
              Nothing was undone: {countOf(changed.length, 'figure')} of it changed since:{' '}
              {changed.join('; ')}. Undo the rest, and these stay as they are.
            </p>
            <Button variant="default" loading={undo.isPending} onClick={() => send(true)}>
              Undo the rest, keep these
            </Button>
          </div>
        ) : null}
      </Panel>
      <ConfirmDialog
        opened={asking}
        title="Undo these figures?"
        confirmLabel="Undo all of them"
        busy={undo.isPending}
        onConfirm={() => send(false)}
        onClose={() => setAsking(false)}
      >
        If one of them was corrected since, nothing is undone and you are told which.
      </ConfirmDialog>
    </div>
  );
}

/** Throws the file away; figures that it brought stay. */
function Discard({ file }: { file: FigureImport }) {
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const { discard } = useFigureImportWrites();
  const isIn = file.state === 'IMPORTED';
  const throwAway = () =>
    discard.mutate(
      { importId: file.id, version: file.version },
      {
        onSuccess: async () => {
          await navigate({ to: paths.figureImports, params: { planId: file.planId } });
          await refreshFigureImports();
        },
      },
    );
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        Throw the file away
      </Button>
      <ConfirmDialog
        opened={asking}
        title="Throw the file away?"
        confirmLabel="Throw it away"
        danger
        busy={discard.isPending}
        refusal={discard.error ? problemOf(discard.error).message : undefined}
        onConfirm={throwAway}
        onClose={() => setAsking(false)}
      >
        {isIn
          ? 'The figures stay, and can no longer be undone as a whole. The file cannot be brought back.'
          : 'None of its figures is entered.'}
      </ConfirmDialog>
    </>
  );
}
