import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { rememberedPlanId, rememberPlan } from '../../lib/current-plan.ts';
import { usePlans } from './use-plans.ts';

/** The plan in the address; or else the one last looked at; or else the newest. `undefined` while there is none. */
export function useCurrentPlanId(): string | undefined {
  const { planId } = useParams({ strict: false });
  const { data: plans } = usePlans();
  useEffect(() => {
    if (planId) rememberPlan(planId);
  }, [planId]);
  if (planId) return planId;
  const remembered = rememberedPlanId();
  if (!plans) return remembered;
  return plans.find(({ id }) => id === remembered)?.id ?? plans[0]?.id;
}
