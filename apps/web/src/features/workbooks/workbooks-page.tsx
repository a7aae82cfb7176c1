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
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { problemOf } from '../../lib/problem.ts';
import { useUser } from '../../lib/session.ts';
import { PastePanel } from './paste-panel.tsx';
import {
  exportToChange,
  refreshWorkbooks,
  sendWorkbook,
  WORKBOOK_MAX_BYTES,
  type WorkbookRef,
  workbooksQuery,
} from './queries.ts';
import classes from './workbooks.module.css';

const NONE: readonly SummaryError[] = [];

/** Where a workbook is brought in: choose a file or paste a table; and those of before. */
export function WorkbooksPage() {
  const { planId } = useParams({ from: signedIn(paths.workbooks) });
  const { roles } = useUser();
  return (
    <Page
      title="Bring in a workbook"
      lead="The plan as you keep it in Excel: every row is shown with what it becomes before anything is written, and all of it can be undone."
    >
      {holds(roles, 'workbook.import') ? (
        <Body key={planId} planId={planId} />
      ) : (
        <EmptyState sentence="The programme lead brings in workbooks. Ask them to bring in yours." />
      )}
    </Page>
  );
}

function Body({ planId }: { planId: string }) {
  const navigate = useNavigate();
  const [errors, setErrors] = useState(NONE);
  const [sent, setSent] = useState<{ name: string; share: number } | null>(null);
  const send = useMutation({
    mutationFn: ({ blob, name }: { blob: Blob; name: string }) => {
      setSent({ name, share: 0 });
      return sendWorkbook(planId, blob, {
        name,
        key: crypto.randomUUID(),
        onProgress: (share) => setSent({ name, share }),
      });
    },
    onMutate: () => setErrors(NONE),
    onSuccess: async ({ workbookId }) => {
      await refreshWorkbooks();
      await navigate({ to: paths.workbook, params: { planId, workbookId } });
    },
    onError: (error) => setErrors([{ message: problemOf(error).message }]),
  });
  return (
    <div className={classes.page}>
      <ErrorSummary errors={errors} />
      <Panel title="Choose a file">
        {send.isPending && sent ? (
          <ProgressLine label={sent.name} share={sent.share} stage="Sending" />
        ) : (
          <FileDrop
            id="workbook"
            label="Choose a workbook"
            hint="An Excel workbook (.xlsx) or a list of separated cells (.csv), up to 20 MB and 5,000 rows. The file is kept as it came."
            endings={['.xlsx', '.xlsm', '.csv', '.tsv', '.txt']}
            maxBytes={WORKBOOK_MAX_BYTES}
            onFiles={([file]) => file && send.mutate({ blob: file, name: file.name })}
            onRefused={(refused) =>
              setErrors(refused.map(({ message }) => ({ fieldId: 'workbook', message })))
            }
          />
        )}
      </Panel>
      <PastePanel
        planId={planId}
        isSending={send.isPending}
        onSend={async (text) => {
          await send.mutateAsync({
            blob: new Blob([text], { type: 'text/plain' }),
            name: 'Pasted table.txt',
          });
        }}
      />
      <Panel title="Change many actions in Excel">
        <p className={classes.words}>
          Take the actions away as a workbook, change cells in Excel, and bring it in here. What differs is
          shown first, cell by cell; a row that somebody changed in the plan meanwhile is refused. Leave the
          columns “Ref” and “Version” as they are.
        </p>
        <a href={exportToChange(planId)} download>
          Download the actions to change
        </a>
      </Panel>
      <Earlier planId={planId} />
    </div>
  );
}

function Earlier({ planId }: { planId: string }) {
  const { data, error, refetch } = useQuery(workbooksQuery(planId));
  if (error) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={3} rowHeight={40} label="Loading workbooks" />;
  if (data.length === 0) return null;
  return (
    <Panel title="Workbooks of this plan">
      <ul className={classes.list}>
        {data.map((workbook) => (
          <li key={workbook.id} className={classes.item}>
            <Link to={paths.workbook} params={{ planId, workbookId: workbook.id }}>
              {workbook.fileName}
            </Link>
            <span className={classes.muted}>{standing(workbook)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function standing({
  state,
  createdAt,
  createdBy,
  importedAt,
  importedBy,
  undoneAt,
  brought,
}: WorkbookRef): string {
  const day = (instant: string) => formatDate(instant.slice(0, 10));
  if (state === 'IMPORTED' && importedAt && brought) {
    return `In the plan since ${day(importedAt)}, by ${importedBy}: ${countOf(brought.actions, 'new action')}, ${countOf(brought.updates, 'changed action')}`;
  }
  if (state === 'FAILED') return 'Could not be read';
  if (state === 'READING') return 'Is being read';
  if (undoneAt) return `Undone on ${day(undoneAt)}; waits for you again`;
  return `Waits for you, brought by ${createdBy} on ${day(createdAt)}`;
}
