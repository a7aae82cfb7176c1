import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { toast } from '../../components/toast.tsx';
import { paths } from '../../lib/paths.ts';
import { plansKey } from './queries.ts';

/** After a plan was made: the list of plans learns of it, and its Position opens. */
export function usePlanMade(): (planId: string) => void {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return (planId) => {
    void queryClient.invalidateQueries({ queryKey: plansKey() });
    toast('The plan is made.');
    void navigate({ to: paths.position, params: { planId } });
  };
}
