import type { RouterOutputs } from '@gt/api/types';
import { trpc } from '../../lib/trpc.ts';

/** The plans that this person may open, newest first. */
export const plansQuery = () => trpc.plans.list.queryOptions();

/** One plan as it stands beside the others. */
export type PlanBeside = RouterOutputs['plans']['all']['plans'][number];
export const allPlansQuery = () => trpc.plans.all.queryOptions();
