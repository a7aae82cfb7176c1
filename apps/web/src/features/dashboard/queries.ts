import type { RouterInputs, RouterOutputs } from '@gt/api/types';
import { trpc } from '../../lib/trpc.ts';

export type Position = RouterOutputs['dashboard']['position'];
export type Figure = Position['totals']['overdue'];
export type Standing = Position['recommendations'][number];
export type Plan = RouterOutputs['plans']['get'];
export type Clock = Plan['clocks'][number];
export type SnapshotHead = RouterOutputs['snapshots']['list']['snapshots'][number];

/** Snapshots that can be chosen between; about four years of weeks. */
const LISTED = 200;

export const positionQuery = (planId: string, at?: RouterInputs['dashboard']['position']['at']) =>
  trpc.dashboard.position.queryOptions(at === undefined ? { planId } : { planId, at });
export const planQuery = (planId: string) => trpc.plans.get.queryOptions({ planId });
export const raisedQuery = (planId: string) => trpc.lineage.marks.queryOptions({ planId });
export const nextMeetingsQuery = (planId: string) => trpc.plans.nextMeetings.queryOptions({ planId });
export const membersQuery = (planId: string) => trpc.plans.members.queryOptions({ planId });
export const snapshotsQuery = (planId: string) =>
  trpc.snapshots.list.queryOptions({ planId, page: { offset: 0, limit: LISTED } });
export const plansKey = () => trpc.plans.list.queryKey();
/** Gates and windows go by the day of the submission. */
export const calendarKey = () => trpc.calendar.pathKey();
