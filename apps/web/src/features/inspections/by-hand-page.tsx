import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { paths } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { PlanForm } from './plan-form.tsx';
import { emptyPlan } from './plan-form-state.ts';
import { addInspectionMutation, createPlanMutation, plansListQuery } from './queries.ts';
import { useInspectionAdded, usePlanMade } from './use-plan-made.ts';

const LEAD = 'Copy them word for word from the report or letter.';

/** A plan without a report to read: the same form, empty. */
export function ByHandPage() {
  const user = useUser();
  const create = useMutation(createPlanMutation());
  const planMade = usePlanMade();
  const [initial] = useState(emptyPlan);
  // One intent, however often the button is pressed or the answer gets lost.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  return (
    <Page
      title="Enter recommendations by hand"
      lead={
        <>
          {LEAD} <Link to={paths.newPlan}>Import a PDF instead</Link>
        </>
      }
    >
      <PlanForm
        initial={initial}
        draft={{ key: 'plan:by-hand', of: { entityType: 'USER', entityId: user.id } }}
        paragraphs={[]}
        onConfirm={async (content) => {
          const { planId } = await create.mutateAsync({ ...content, idempotencyKey });
          return () => planMade(planId);
        }}
      />
    </Page>
  );
}

/** A further inspection of a plan that is there: the same form, without what is asked of a plan. */
export function AddByHandPage({ planId }: { planId: string }) {
  const { data: plans } = useQuery(plansListQuery());
  const add = useMutation(addInspectionMutation());
  const added = useInspectionAdded();
  const [initial] = useState(emptyPlan);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const name = plans?.find(({ id }) => id === planId)?.name ?? 'the plan';
  return (
    <Page
      title="Add an inspection by hand"
      lead={
        <>
          A further inspection or visit of {name}. {LEAD}{' '}
          <Link to={paths.newPlan} search={{ into: planId }}>
            Import a PDF instead
          </Link>
        </>
      }
    >
      <PlanForm
        initial={initial}
        draft={{ key: `inspection:by-hand:${planId}`, of: { entityType: 'PLAN', entityId: planId } }}
        paragraphs={[]}
        into={{ name }}
        onConfirm={async ({ plan: _none, ...content }) => {
          await add.mutateAsync({ ...content, planId, idempotencyKey });
          return () => added(planId);
        }}
      />
    </Page>
  );
}
