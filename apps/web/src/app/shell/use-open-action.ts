import { useMatchRoute, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { paths } from '../../lib/paths.ts';
import type { PlanActionsSearch } from '../../lib/plan-actions-search.ts';

/** Opens an action: beside the plan's list where that is open, or else on a page of its own. */
export function useOpenAction(planId: string | undefined): (actionId: string) => void {
  const navigate = useNavigate();
  const isOn = useMatchRoute();
  const isPlan = planId !== undefined && isOn({ to: paths.planActions, params: { planId } }) !== false;
  return useCallback(
    (actionId) => {
      const params = { planId: planId ?? '' };
      if (isPlan) {
        const search = (before: PlanActionsSearch) => ({ ...before, open: actionId });
        void navigate({ to: paths.planActions, params, search, resetScroll: false });
      } else void navigate({ to: paths.action, params: { ...params, actionId } });
    },
    [navigate, isPlan, planId],
  );
}
