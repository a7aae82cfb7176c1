import type { RouterInputs, RouterOutputs } from '@gt/api/types';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../../lib/trpc.ts';

export type SnapshotList = RouterOutputs['snapshots']['list'];
export type SnapshotHead = SnapshotList['snapshots'][number];
export type Movement = RouterOutputs['snapshots']['compare'];
export type MovedAction = Movement['moved'][number];
export type PartMovement = Movement['teams'][number];
export type MeasureMoved = Movement['measures'][number];
export type BurnUp = RouterOutputs['snapshots']['burnUp'];
export type SnapshotAction = RouterOutputs['snapshots']['open']['actions'][number];

/** Snapshots that can be chosen between; about four years of weeks. */
const LISTED = 200;

export const snapshotsQuery = (planId: string) =>
  trpc.snapshots.list.queryOptions({ planId, page: { offset: 0, limit: LISTED } });

/** What was does not change, but for words that are destroyed. */
const KEPT = { staleTime: 10 * 60_000 };

export const movementQuery = (input: RouterInputs['snapshots']['compare']) =>
  trpc.snapshots.compare.queryOptions(input, { ...KEPT, placeholderData: (previous) => previous });
export const burnUpQuery = (planId: string) => trpc.snapshots.burnUp.queryOptions({ planId });
export const longRedQuery = (planId: string) => trpc.snapshots.longRed.queryOptions({ planId });
export const snapshotQuery = (snapshotId: string) => trpc.snapshots.get.queryOptions({ snapshotId }, KEPT);
export const openSnapshotQuery = (input: RouterInputs['snapshots']['open']) =>
  trpc.snapshots.open.queryOptions(input, { ...KEPT, placeholderData: (previous) => previous });

/** Keeps the plan as it stands; every list of snapshots follows. */
export function useTakeSnapshot() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: trpc.snapshots.pathKey() });
  return useMutation(trpc.snapshots.take.mutationOptions({ onSuccess }));
}
