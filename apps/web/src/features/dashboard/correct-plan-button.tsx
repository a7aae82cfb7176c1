import { holds } from '@gt/domain/authz';
import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { lazyPart } from '../../components/lazy-part.tsx';
import { useUser } from '../../lib/session.ts';
import type { Plan } from './queries.ts';

/** Fetched when somebody corrects the plan, which is seldom. */
const CorrectPlanDialog = lazyPart(async () => (await import('../inspections/public.tsx')).CorrectPlanDialog);

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
