import { formatDate } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { countOf } from '@gt/domain/wording';
import {
  EmptyState,
  ErrorSummary,
  FileDrop,
  Panel,
  ProgressLine,
  SkeletonRows,
  type SummaryError,
} from '@gt/ui';
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../../components/page.tsx';
import { ProblemPanel } from '../../../components/problem-panel.tsx';
import { paths, signedIn } from '../../../lib/paths.ts';
import { problemOf } from '../../../lib/problem.ts';
import { useUser } from '../../../lib/session.ts';
import { useDraft } from '../../../lib/use-draft.ts';
import classes from '../measures.module.css';
import {
  FIGURES_MAX_BYTES,
  type FigureImportRef,
  figureImportsQuery,
  refreshFigureImports,
  sendFigures,
} from './queries.ts';

/** Where figures of many measures are brought in from one file or table; and the files of before. */
export function FigureImportsPage() {
  const { planId } = useParams({ from: signedIn(paths.figureImports) });
  const { roles } = useUser();
  return (
    <Page
      title="Figures from a file"
      lead={
        <Link to={paths.measures} params={{ planId }} search={{}}>
          All measures of this plan
        </Link>
      }
    >
      {holds(roles, 'measure.enter') ? (
        <Body key={planId} planId={planId} />
      ) : (
        <EmptyState sentence="Figures are brought in by those who enter them. Ask the programme lead." />
      )}
    </Page>
  );
}

function Body({ planId }: { planId: string }) {
  const navigate = useNavigate();
  const [errors, setErrors] = useState<readonly SummaryError[]>([]);
  const [sent, setSent] = useState<{ name: string; share: number } | null>(null);
  const send = useMutation({
    mutationFn: ({ blob, name }: { blob: Blob; name: string }) => {
      setSent({ name, share: 0 });
      const onProgress = (share: number) => setSent({ name, share });
      return sendFigures(planId, blob, { name, key: crypto.randomUUID(), onProgress });
    },
    onMutate: () => setErrors([]),
    onSuccess: async ({ importId }) => {
      await refreshFigureImports();
      await navigate({ to: paths.figureImport, params: { planId, importId } });
    },
    onError: (error) => setErrors([{ message: problemOf(error).message }]),
  });
  return (
    <div className={classes.page}>
      <ErrorSummary errors={errors} />
      <Panel title="Choose a file">
        <p className={classes.wordsLine}>
          One file may hold many measures. Either a row for each figure, under the headings Measure, Date and
          Figure (or Numerator and Denominator), with a Comment if you like; or a row for each measure with
          the months across. A measure is named by its reference, such as M4, or by its whole name.
        </p>
        {send.isPending && sent ? (
          <ProgressLine label={sent.name} share={sent.share} stage="Sending" />
        ) : (
          <FileDrop
            id="figures"
            label="Choose a file of figures"
            hint="A list of separated cells (.csv) or an Excel workbook (.xlsx), up to 20 MB and 5,000 rows. Nothing is entered before you have seen each row."
            endings={['.csv', '.xlsx', '.xlsm', '.tsv', '.txt']}
            maxBytes={FIGURES_MAX_BYTES}
            onFiles={([file]) => file && send.mutate({ blob: file, name: file.name })}
            onRefused={(refused) =>
              setErrors(refused.map(({ message }) => ({ fieldId: 'figures', message })))
            }
          />
        )}
      </Panel>
      <PasteTable
        planId={planId}
        isSending={send.isPending}
        onSend={async (text) => {
          const blob = new Blob([text], { type: 'text/plain' });
          await send.mutateAsync({ blob, name: 'Pasted figures.txt' });
        }}
      />
      <Earlier planId={planId} />
    </div>
  );
}

type PasteTableProps = { planId: string; isSending: boolean; onSend: (text: string) => Promise<void> };

function PasteTable({ planId, isSending, onSend }: PasteTableProps) {
  const { values, set, clear } = useDraft(
    `figures-paste:${planId}`,
    { entityType: 'PLAN', entityId: planId },
    { table: '' },
  );
  return (
    <Panel title="Or paste a table">
      <Textarea
        label="Cells copied in Excel, with their headings"
        autosize
        minRows={4}
        maxRows={12}
        classNames={{ input: classes.pasted }}
        value={values.table}
        onChange={(event) => set({ table: event.currentTarget.value })}
      />
      <Button
        mt="sm"
        variant="default"
        loading={isSending}
        disabled={values.table.trim() === ''}
        onClick={() => void onSend(values.table).then(clear, () => undefined)}
      >
        Look at the table
      </Button>
    </Panel>
  );
}

function Earlier({ planId }: { planId: string }) {
  const { data, error, refetch } = useQuery(figureImportsQuery(planId));
  if (error) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={3} rowHeight={40} label="Loading files of figures" />;
  if (data.length === 0) return null;
  return (
    <Panel title="Files of before">
      <ul className={classes.rowList}>
        {data.map((one) => (
          <li key={one.id}>
            <Link to={paths.figureImport} params={{ planId, importId: one.id }}>
              {one.fileName}
            </Link>
            <span className={classes.beneath}>{standing(one)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const day = (instant: string) => formatDate(instant.slice(0, 10));

function standing({
  state,
  createdAt,
  createdBy,
  importedAt,
  importedBy,
  undoneAt,
  entered,
}: FigureImportRef) {
  if (state === 'IMPORTED' && importedAt && entered) {
    return `Entered on ${day(importedAt)} by ${importedBy}: ${countOf(entered.figures, 'figure')} of ${countOf(entered.measures, 'measure')}`;
  }
  if (state === 'FAILED') return 'Could not be read';
  if (state === 'READING') return 'Is being read';
  if (undoneAt) return `Undone on ${day(undoneAt)}; waits for you again`;
  return `Waits for you, brought by ${createdBy} on ${day(createdAt)}`;
}
