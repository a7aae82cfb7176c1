import type { RouterInputs, RouterOutputs } from '@gt/api/types';
import { queryClient } from '../../lib/query-client.ts';
import { trpc } from '../../lib/trpc.ts';

export type BulkChange = RouterInputs['assignments']['bulkChange']['change'];
export type BulkResult = RouterOutputs['assignments']['bulkChange']['results'][number];
export type Assignees = RouterOutputs['assignments']['assignees'];
export type WaitingAction = RouterOutputs['assignments']['waiting']['forUs'][number];
export type Workload = RouterOutputs['assignments']['workload'];
export type WorkloadRow = Workload['teams'][number];

/** Whom an action of a plan can be given to, each with the work they have. */
export const assigneesQuery = (planId: string) =>
  trpc.assignments.assignees.queryOptions({ planId }, { staleTime: 15_000 });
export const waitingQuery = () => trpc.assignments.waiting.queryOptions();
export const workloadQuery = (planId: string) => trpc.assignments.workload.queryOptions({ planId });

export const acceptMutation = () => trpc.assignments.accept.mutationOptions();
export const askBackMutation = () => trpc.assignments.askBack.mutationOptions();
export const offerAgainMutation = () => trpc.assignments.offerAgain.mutationOptions();

/** Everything that shows who does an action: asked again after a write. */
export async function refreshAssignments(): Promise<void> {
  await Promise.all(
    [trpc.actions, trpc.assignments, trpc.dashboard, trpc.recommendations, trpc.teams, trpc.updates].map(
      (part) => queryClient.invalidateQueries({ queryKey: part.pathKey() }),
    ),
  );
}
