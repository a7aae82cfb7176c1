import { ErrorSummary, FileDrop, Panel, ProgressLine, type SummaryError } from '@gt/ui';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Page } from '../../components/page.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { problemOf } from '../../lib/problem.ts';
import { AddByHandPage, ByHandPage } from './by-hand-page.tsx';
import classes from './new-plan-page.module.css';
import { REPORT_MAX_BYTES, sendReport } from './queries.ts';

const NONE: readonly SummaryError[] = [];

/** Where a plan begins: drop the published report, or enter the recommendations by hand. */
export function NewPlanPage() {
  const { by, into } = useSearch({ from: signedIn(paths.newPlan) });
  if (by !== 'hand') return <DropReport into={into} />;
  return into ? <AddByHandPage planId={into} /> : <ByHandPage />;
}

function DropReport({ into }: { into: string | undefined }) {
  const navigate = useNavigate();
  const [errors, setErrors] = useState(NONE);
  const [sent, setSent] = useState<{ name: string; share: number } | null>(null);
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  const read = useMutation({
    mutationFn: (file: File) => {
      stop.current = new AbortController();
      setSent({ name: file.name, share: 0 });
      const onProgress = (share: number) => setSent({ name: file.name, share });
      return sendReport(file, { onProgress, signal: stop.current.signal });
    },
    onMutate: () => setErrors(NONE),
    onSuccess: ({ importId }) =>
      void navigate({ to: paths.importRun, params: { importId }, search: { into } }),
    onError: (error) => {
      const stopped = error instanceof DOMException && error.name === 'AbortError';
      setErrors(stopped ? NONE : [{ message: problemOf(error).message }]);
    },
  });
  const isReading = sent !== null && sent.share === 1;

  return (
    <Page
      title="Import an inspection report"
      lead={
        into
          ? 'A further inspection or visit comes into the plan that is there. You check everything first.'
          : 'A plan begins with what the inspection said. You check everything before the plan is made.'
      }
    >
      <ErrorSummary errors={errors} />
      <Panel title="The published report">
        {read.isPending && sent ? (
          <div className={classes.progress}>
            <ProgressLine
              label={sent.name}
              share={isReading ? null : sent.share}
              stage={isReading ? 'Reading the report: pages, judgements, recommendations' : 'Sending'}
            />
            <Button variant="default" onClick={() => stop.current?.abort()}>
              Stop
            </Button>
          </div>
        ) : (
          <FileDrop
            id="report"
            label="Choose the report"
            hint="One PDF of up to 50 MB, as the inspectorate published it. It is kept with the plan."
            endings={['.pdf']}
            maxBytes={REPORT_MAX_BYTES}
            pasteAnywhere
            onFiles={([file]) => file && read.mutate(file)}
            onRefused={(refused) => setErrors(refused.map(({ message }) => ({ fieldId: 'report', message })))}
          />
        )}
      </Panel>
      <p className={classes.other}>
        No report as a PDF, or one that cannot be read?{' '}
        {errors.length > 0 ? (
          <Button
            variant="default"
            size="compact-md"
            onClick={() => void navigate({ to: paths.newPlan, search: { by: 'hand', into } })}
          >
            Enter the recommendations by hand
          </Button>
        ) : (
          <Link to={paths.newPlan} search={{ by: 'hand', into }}>
            Enter the recommendations by hand
          </Link>
        )}
      </p>
    </Page>
  );
}
