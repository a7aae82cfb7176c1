import { trpc } from '../../lib/trpc.ts';

/** The plans that this person may open, newest first. */
export const plansQuery = () => trpc.plans.list.queryOptions();
