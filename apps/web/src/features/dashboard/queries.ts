import type { RouterOutputs } from '@gt/api/types';
import { trpc } from '../../lib/trpc.ts';

export type Position = RouterOutputs['dashboard']['position'];
export type Clock = Position['clocks'][number];
export type Plan = RouterOutputs['plans']['get'];

export const positionQuery = (planId: string) => trpc.dashboard.position.queryOptions({ planId });
export const planQuery = (planId: string) => trpc.plans.get.queryOptions({ planId });
export const nextMeetingsQuery = (planId: string) => trpc.plans.nextMeetings.queryOptions({ planId });
export const membersQuery = (planId: string) => trpc.plans.members.queryOptions({ planId });
export const plansKey = () => trpc.plans.list.queryKey();
