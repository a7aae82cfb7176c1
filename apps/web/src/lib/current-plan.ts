import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';

const KEY = 'gt-plan';

/** The plan last looked at in this tab. */
export function rememberedPlanId(): string | undefined {
  return sessionStorage.getItem(KEY) ?? undefined;
}

/** Forgets it: at sign-out, and when the plan turns out to be gone. */
export function forgetPlan(): void {
  sessionStorage.removeItem(KEY);
}

/** The plan in the address, or else the one last looked at; `undefined` before any was. */
export function useCurrentPlanId(): string | undefined {
  const { planId } = useParams({ strict: false });
  useEffect(() => {
    if (planId) sessionStorage.setItem(KEY, planId);
  }, [planId]);
  return planId ?? rememberedPlanId();
}
