import type { RouterInputs, RouterOutputs } from '@gt/api/types';
import type { IsoDate } from '@gt/contracts/words';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { queryClient } from '../../lib/query-client.ts';
import { trpc } from '../../lib/trpc.ts';

export type Readiness = RouterOutputs['packs']['readiness'];
export type ReadinessRow = Readiness['recommendations'][number];
export type PackRow = RouterOutputs['packs']['list']['packs'][number];
export type Omission = Readiness['leftOut'][number];
export type Verdict = RouterOutputs['packs']['verify'];
export type Marking = PackRow['marking'];
export type PackDetail = RouterOutputs['packs']['get'];
/** What is chosen of a pack, but for its recommendations. */
export type PackChoice = {
  marking: Marking;
  audience: PackRow['audience'];
  /** The last day it tells of, or the frozen review; null together: the plan as it is. */
  cutOff: IsoDate | null;
  reviewId: string | null;
};

/** The answer of the file route that checks a pack which somebody brings. */
export type CheckedPack = Verdict & {
  says: { plan: string; council: string; generatedAt: string; partial: string[] } | null;
  known: { planId: string; packId: string; number: number } | null;
};

/** How often a page asks while a pack is being built, in milliseconds. */
const ASK_EVERY = 1_000;

export const isUnderWay = ({ state }: Pick<PackRow, 'state'>) => state === 'QUEUED' || state === 'BUILDING';

/** What is ready, for the whole plan or the named recommendations; the old answer stays until the new one is here. */
export const readinessQuery = (choice: RouterInputs['packs']['readiness']) =>
  queryOptions({ ...trpc.packs.readiness.queryOptions(choice), placeholderData: keepPreviousData });

/** The packs of a plan, asked again each second while one is being built. */
export const packsQuery = (planId: string) =>
  queryOptions({
    ...trpc.packs.list.queryOptions({ planId }),
    refetchInterval: ({ state }) => (state.data?.packs.some(isUnderWay) ? ASK_EVERY : false),
  });

/** One pack, asked again each second while it is being built. */
export const packQuery = (packId: string) =>
  queryOptions({
    ...trpc.packs.get.queryOptions({ packId }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? ASK_EVERY : false),
  });

/** Snapshots of a plan, of which the ones of reviews can be packed. */
export const snapshotsQuery = (planId: string) => trpc.snapshots.list.queryOptions({ planId });
export const buildMutation = () => trpc.packs.build.mutationOptions();
export const cancelMutation = () => trpc.packs.cancel.mutationOptions();
export const verifyMutation = () => trpc.packs.verify.mutationOptions();

export async function refreshPacks(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: trpc.packs.list.queryKey() }),
    queryClient.invalidateQueries({ queryKey: trpc.packs.get.queryKey() }),
  ]);
}
