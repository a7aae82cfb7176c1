import { EmptyState, SkeletonRows } from '@gt/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { BeforeNotice } from './before-notice.tsx';
import { PlanForm } from './plan-form.tsx';
import { fromProposal } from './plan-form-state.ts';
import { confirmImportMutation, importQuery, type Reading } from './queries.ts';
import { ReadingNotes } from './reading-notes.tsx';
import { usePlanMade } from './use-plan-made.ts';

/** What was read from the report, to be checked and confirmed. */
export function ImportPage() {
  const { importId } = useParams({ from: signedIn(paths.importRun) });
  const { data, error, refetch } = useQuery({
    ...importQuery(importId),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Page
      title="Check the report"
      documentTitle={data ? `Check the report: ${data.fileName}` : undefined}
      lead={
        data
          ? `Read from ${data.fileName}. Correct anything that is wrong; nothing is stored as a plan until you confirm.`
          : undefined
      }
    >
      {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={12} rowHeight={36} label="Loading what was read" /> : null}
      {data?.reading ? <Review importId={importId} reading={data.reading} /> : null}
      {data?.planId ? <Confirmed planId={data.planId} /> : null}
    </Page>
  );
}

function Review({ importId, reading }: { importId: string; reading: Reading }) {
  const confirm = useMutation(confirmImportMutation());
  const planMade = usePlanMade();
  const [initial] = useState(() => fromProposal(reading.proposal));
  return (
    <>
      <BeforeNotice before={reading.before} />
      <ReadingNotes reading={reading} />
      <PlanForm
        initial={initial}
        draft={{ key: `import:${importId}`, of: { entityType: 'IMPORT_RUN', entityId: importId } }}
        paragraphs={reading.paragraphs}
        report={{ importId, count: reading.pageCount }}
        onConfirm={async (content) => {
          const { planId } = await confirm.mutateAsync({ ...content, importId });
          return () => planMade(planId);
        }}
      />
    </>
  );
}

function Confirmed({ planId }: { planId: string }) {
  const navigate = useNavigate();
  return (
    <EmptyState
      sentence="This report has been confirmed and its plan exists."
      buttonLabel="Open the plan"
      onButton={() => void navigate({ to: paths.position, params: { planId } })}
    />
  );
}
