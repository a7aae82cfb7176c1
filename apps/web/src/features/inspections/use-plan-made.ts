import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { toast } from '../../components/toast.tsx';
import { paths } from '../../lib/paths.ts';
import { trpc } from '../../lib/trpc.ts';

/** After a plan was made: the lists of plans learn of it, and its Position opens. */
export function usePlanMade(): (planId: string) => void {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return (planId) => {
    void queryClient.invalidateQueries({ queryKey: trpc.plans.pathKey() });
    toast('The plan is made.');
    void navigate({ to: paths.position, params: { planId } });
  };
}

/** After an inspection came into a plan: what tells of the plan is asked again, and its items open. */
export function useInspectionAdded(): (planId: string) => void {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return (planId) => {
    for (const queryKey of [trpc.plans.pathKey(), trpc.dashboard.pathKey(), trpc.recommendations.pathKey()]) {
      void queryClient.invalidateQueries({ queryKey });
    }
    toast('The inspection is in the plan.');
    void navigate({ to: paths.recommendations, params: { planId } });
  };
}
