import type { RouterInputs, RouterOutputs } from '@gt/api/types';
import { infiniteQueryOptions, useMutation } from '@tanstack/react-query';
import { queryClient } from '../../lib/query-client.ts';
import { trpc, trpcClient } from '../../lib/trpc.ts';

export type EvidenceRow = RouterOutputs['evidence']['list']['rows'][number];
export type EvidenceDetail = RouterOutputs['evidence']['get'];
export type EvidenceSample = RouterOutputs['evidence']['sample'];
export type StoreCheck = NonNullable<RouterOutputs['store']['state']['last']>;
export type EvidenceFilter = NonNullable<RouterInputs['evidence']['list']['filter']>;

/** Rows asked for at once. */
const PAGE = 50;

/** A plan's evidence, newest first, a page at a time. */
export function evidenceListQuery(input: { planId: string; filter: EvidenceFilter }) {
  return infiniteQueryOptions({
    // Under the key of the procedure, so that what refreshes evidence refreshes this.
    queryKey: [...trpc.evidence.list.pathKey(), { pages: input }],
    queryFn: ({ pageParam, signal }) =>
      trpcClient.evidence.list.query({ ...input, page: { offset: pageParam, limit: PAGE } }, { signal }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, page) => sum + page.rows.length, 0);
      return last.rows.length > 0 && loaded < last.total ? loaded : undefined;
    },
    placeholderData: (previous) => previous,
  });
}

export const evidenceQuery = (evidenceId: string) => trpc.evidence.get.queryOptions({ evidenceId });
export const waitingQuery = (planId: string) => trpc.evidence.waiting.queryOptions({ planId });
export const sampleQuery = (planId: string) => trpc.evidence.sample.queryOptions({ planId });
/** Bytes of a version never change, so what they show is asked once. */
export const previewQuery = (versionId: string) =>
  trpc.evidence.preview.queryOptions({ versionId }, { staleTime: Number.POSITIVE_INFINITY, retry: false });
export const contentQuery = (versionId: string) =>
  trpc.evidence.content.queryOptions({ versionId }, { staleTime: Number.POSITIVE_INFINITY });
export const limitsQuery = () => trpc.evidence.limits.queryOptions(undefined, { staleTime: 300_000 });
export const choicesQuery = (planId: string) =>
  trpc.actions.filters.queryOptions({ planId }, { staleTime: 60_000 });

/** Everything that shows evidence: asked again after a write. */
export function refreshEvidence(): Promise<unknown> {
  const shown = [
    trpc.evidence.pathKey(),
    trpc.actions.pathKey(),
    trpc.recommendations.pathKey(),
    trpc.dashboard.pathKey(),
  ];
  return Promise.all(shown.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}

/** One mutation for each way of writing to an item of evidence. */
export function useEvidenceWrites() {
  const onSuccess = refreshEvidence;
  return {
    edit: useMutation(trpc.evidence.edit.mutationOptions({ onSuccess })),
    check: useMutation(trpc.evidence.check.mutationOptions({ onSuccess })),
    withdraw: useMutation(trpc.evidence.withdraw.mutationOptions({ onSuccess })),
    link: useMutation(trpc.evidence.link.mutationOptions({ onSuccess })),
    unlink: useMutation(trpc.evidence.unlink.mutationOptions({ onSuccess })),
    write: useMutation(trpc.evidence.write.mutationOptions({ onSuccess })),
    rewrite: useMutation(trpc.evidence.rewrite.mutationOptions({ onSuccess })),
    supersede: useMutation(trpc.evidence.supersede.mutationOptions({ onSuccess })),
    ask: useMutation(trpc.evidence.ask.mutationOptions({ onSuccess })),
    answer: useMutation(trpc.evidence.answer.mutationOptions({ onSuccess })),
    drawSample: useMutation(trpc.evidence.drawSample.mutationOptions({ onSuccess })),
    checkSample: useMutation(trpc.evidence.checkSample.mutationOptions({ onSuccess })),
  };
}

export function useSetUploadLimit() {
  return useMutation(
    trpc.evidence.setUploadLimit.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.evidence.limits.pathKey() }),
    }),
  );
}

/** How rows and files stood at the last check; a check that is under way is seen when it ends. */
export const storeQuery = () => trpc.store.state.queryOptions(undefined, { refetchInterval: 15_000 });

export function useStoreWrites() {
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: trpc.store.pathKey() });
  return {
    checkNow: useMutation(trpc.store.checkNow.mutationOptions({ onSuccess })),
    removeOrphans: useMutation(trpc.store.removeOrphans.mutationOptions({ onSuccess })),
  };
}
