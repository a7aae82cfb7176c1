import { EmptyState, SkeletonRows } from '@gt/ui';
import { NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { BeforeNotice } from './before-notice.tsx';
import { PlanForm } from './plan-form.tsx';
import { fromProposal } from './plan-form-state.ts';
import {
  confirmImportMutation,
  importQuery,
  joinImportMutation,
  plansListQuery,
  type Reading,
} from './queries.ts';
import { ReadingNotes } from './reading-notes.tsx';
import { useInspectionAdded, usePlanMade } from './use-plan-made.ts';

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
  const { into } = useSearch({ from: signedIn(paths.importRun) });
  const confirm = useMutation(confirmImportMutation());
  const join = useMutation(joinImportMutation());
  const planMade = usePlanMade();
  const added = useInspectionAdded();
  const { data: plans = [] } = useQuery(plansListQuery());
  const [initial] = useState(() => fromProposal(reading.proposal));
  const target = plans.find(({ id }) => id === into);
  return (
    <>
      <BeforeNotice before={reading.before} />
      <WhereTo plans={plans} into={target?.id} importId={importId} />
      <ReadingNotes reading={reading} />
      <PlanForm
        initial={initial}
        draft={{ key: `import:${importId}`, of: { entityType: 'IMPORT_RUN', entityId: importId } }}
        paragraphs={reading.paragraphs}
        report={{ importId, count: reading.pageCount }}
        into={target}
        onConfirm={async (content) => {
          if (target) {
            const { plan: _none, ...rest } = content;
            const { planId } = await join.mutateAsync({ ...rest, importId, planId: target.id });
            return () => added(planId);
          }
          const { planId } = await confirm.mutateAsync({ ...content, importId });
          return () => planMade(planId);
        }}
      />
    </>
  );
}

type WhereToProps = {
  plans: readonly { id: string; name: string }[];
  into: string | undefined;
  importId: string;
};

/** A plan of its own, or a further inspection of one that is there. Asked only where there is a plan. */
function WhereTo({ plans, into, importId }: WhereToProps) {
  const navigate = useNavigate();
  if (plans.length === 0) return null;
  return (
    <NativeSelect
      mt="md"
      w="min(100%, 32rem)"
      label="What becomes of this report"
      description="A visit letter usually belongs to the plan that it looks at: its items go on numbering there."
      data={[
        { value: '', label: 'A new plan' },
        ...plans.map(({ id, name }) => ({ value: id, label: `A further inspection of ${name}` })),
      ]}
      value={into ?? ''}
      onChange={({ currentTarget }) =>
        void navigate({
          to: paths.importRun,
          params: { importId },
          search: { into: currentTarget.value || undefined },
          replace: true,
        })
      }
    />
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
