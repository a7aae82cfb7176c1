import { holds } from '@gt/domain/authz';
import { useQuery } from '@tanstack/react-query';
import { useUser } from '../../lib/session.ts';
import { plansQuery } from './queries.ts';

/** The plans that this person may open; never asks on behalf of somebody whose role has none. */
export function usePlans() {
  const { roles } = useUser();
  return useQuery({ ...plansQuery(), enabled: holds(roles, 'plan.list') });
}
