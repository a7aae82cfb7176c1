import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { paths } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { PlanForm } from './plan-form.tsx';
import { emptyPlan } from './plan-form-state.ts';
import { createPlanMutation } from './queries.ts';
import { usePlanMade } from './use-plan-made.ts';

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
          Copy them word for word from the report or letter.{' '}
          <Link to={paths.newPlan}>Import a PDF instead</Link>
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
