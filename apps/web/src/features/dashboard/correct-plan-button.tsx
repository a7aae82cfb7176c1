import { holds } from '@gt/domain/authz';
import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useUser } from '../../lib/session.ts';
import type { Plan } from './queries.ts';

/** Fetched when somebody corrects the plan, which is seldom. */
const CorrectPlanDialog = lazy(() =>
  import('../inspections/public.tsx').then(({ CorrectPlanDialog: dialog }) => ({ default: dialog })),
);

/** The way to correct the names of plan, council and trust, for those who may. */
export function CorrectPlanButton({ plan }: { plan: Plan }) {
  const { roles } = useUser();
  const [isOpen, setOpen] = useState(false);
  if (!holds(roles, 'plan.edit')) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        Correct the plan
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <CorrectPlanDialog plan={plan} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
