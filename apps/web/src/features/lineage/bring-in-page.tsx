import { authorityKey } from '@gt/domain/lineage';
import { ErrorSummary, FileDrop, Panel, ProgressLine, SkeletonRows, type SummaryError } from '@gt/ui';
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { problemOf } from '../../lib/problem.ts';
import {
  emptyPlan,
  fromProposal,
  REPORT_MAX_BYTES,
  ReadingNotes,
  sendReport,
} from '../inspections/public.tsx';
import classes from './earlier.module.css';
import { EarlierForm } from './earlier-form.tsx';
import { historyQuery, knownQuery, readingQuery } from './queries.ts';

const NONE: readonly SummaryError[] = [];

/** An inspection from before, as history: from its report, or typed by hand. */
export function BringInPage() {
  const { planId } = useParams({ from: signedIn(paths.earlierNew) });
  const { report, by } = useSearch({ from: signedIn(paths.earlierNew) });
  return (
    <Page
      title="Bring in an earlier inspection"
      lead={
        <Link to={paths.lineage} params={{ planId }}>
          Lineage of the plan
        </Link>
      }
    >
      {report ? <Checking key={report} planId={planId} importId={report} /> : null}
      {!report && by === 'hand' ? <ByHand planId={planId} /> : null}
      {!report && by !== 'hand' ? <Choosing planId={planId} /> : null}
    </Page>
  );
}

function Choosing({ planId }: { planId: string }) {
  const navigate = useNavigate();
  const [errors, setErrors] = useState(NONE);
  const [sent, setSent] = useState<{ name: string; share: number } | null>(null);
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const read = useMutation({
    mutationFn: (file: File) => {
      stop.current = new AbortController();
      const onProgress = (share: number) => setSent({ name: file.name, share });
      onProgress(0);
      return sendReport(file, { onProgress, signal: stop.current.signal });
    },
    onMutate: () => setErrors(NONE),
    onSuccess: ({ importId }) =>
      void navigate({ to: paths.earlierNew, params: { planId }, search: { report: importId } }),
    onError: (error) => {
      const isStopped = error instanceof DOMException && error.name === 'AbortError';
      setErrors(isStopped ? NONE : [{ message: problemOf(error).message }]);
    },
  });
  return (
    <>
      <ErrorSummary errors={errors} />
      <Panel title="The published report">
        <p className={classes.lead}>
          What it said is kept as history, with the report. No plan comes of it. An inspection that has a plan
          here already is in the lineage by itself.
        </p>
        {read.isPending && sent ? (
          <div className={classes.progress}>
            <ProgressLine
              label={sent.name}
              share={sent.share === 1 ? null : sent.share}
              stage={sent.share === 1 ? 'Reading the report: judgements and recommendations' : 'Sending'}
            />
            <Button variant="default" onClick={() => stop.current?.abort()}>
              Stop
            </Button>
          </div>
        ) : (
          <FileDrop
            id="report"
            label="Choose the report"
            hint="One PDF of up to 50 MB, as the inspectorate published it."
            endings={['.pdf']}
            maxBytes={REPORT_MAX_BYTES}
            pasteAnywhere
            onFiles={([file]) => file && read.mutate(file)}
            onRefused={(refused) => setErrors(refused.map(({ message }) => ({ fieldId: 'report', message })))}
          />
        )}
      </Panel>
      <p className={classes.other}>
        No report as a PDF?{' '}
        <Link to={paths.earlierNew} params={{ planId }} search={{ by: 'hand' }}>
          Type what it said
        </Link>
      </p>
    </>
  );
}

function ByHand({ planId }: { planId: string }) {
  const { data, error, refetch } = useQuery(historyQuery(planId));
  if (error) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={8} rowHeight={48} label="Loading the plan" />;
  const empty = emptyPlan();
  return (
    <EarlierForm
      planId={planId}
      importId={null}
      initial={{ ...empty, inspection: { ...empty.inspection, authority: data.authority } }}
      draft={{ key: `earlier:${planId}`, of: { entityType: 'PLAN', entityId: planId } }}
    />
  );
}

function Checking({ planId, importId }: { planId: string; importId: string }) {
  const { data, error, refetch } = useQuery(readingQuery(importId));
  const known = useQuery(knownQuery(planId, importId));
  const history = useQuery(historyQuery(planId));
  if (error) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={12} rowHeight={36} label="Loading what was read" />;
  const { reading } = data;
  if (!reading) {
    return (
      <p className={classes.lead}>
        This report has been confirmed already.{' '}
        <Link to={paths.lineage} params={{ planId }}>
          See it in the lineage
        </Link>
      </p>
    );
  }
  const other = otherCouncil(reading.proposal.inspection.authority, history.data?.authority);
  return (
    <>
      {known.data?.sentence ? (
        <p role="status" className={classes.notice}>
          <strong>Here already.</strong> {known.data.sentence}
        </p>
      ) : null}
      {other ? (
        <p role="status" className={classes.notice}>
          {other}
        </p>
      ) : null}
      <ReadingNotes reading={reading} />
      <EarlierForm
        planId={planId}
        importId={importId}
        initial={fromProposal(reading.proposal)}
        report={{ importId, count: reading.pageCount }}
        paragraphs={reading.paragraphs}
        draft={{ key: `earlier:${importId}`, of: { entityType: 'IMPORT_RUN', entityId: importId } }}
      />
    </>
  );
}

/** A report of another council would stand in that council's lineage, and not in this one. */
function otherCouncil(read: string, own: string | undefined): string | null {
  if (read === '' || own === undefined || authorityKey(read) === authorityKey(own)) return null;
  return `This report is of ${read}, and the plan is of ${own}. It will stand in the lineage of ${read} only.`;
}
