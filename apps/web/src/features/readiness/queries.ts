import type { RouterOutputs } from '@gt/api/types';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../../lib/trpc.ts';

export type Readiness = RouterOutputs['readiness']['get'];
export type ReadinessRow = Readiness['recommendations'][number];
export type Ask = RouterOutputs['asks']['get'];
export type AskRow = RouterOutputs['asks']['list']['asks'][number];
export type Closing = RouterOutputs['closure']['get'];
export type Closure = Closing['closures'][number];
export type SustainCheck = Closure['checks'][number];
export type Enquiry = RouterOutputs['enquiries']['list']['enquiries'][number];

export const readinessQuery = (planId: string) => trpc.readiness.get.queryOptions({ planId });
export const asksQuery = (planId: string, recommendationId?: string) =>
  trpc.asks.list.queryOptions(recommendationId ? { planId, recommendationId } : { planId });
export const myAsksQuery = () => trpc.asks.mine.queryOptions();
export const askQuery = (askId: string) => trpc.asks.get.queryOptions({ askId });
export const closingQuery = (recommendationId: string) => trpc.closure.get.queryOptions({ recommendationId });
export const enquiriesQuery = (planId: string) => trpc.enquiries.list.queryOptions({ planId });
export const choicesQuery = (planId: string, recommendationIds: string[]) =>
  trpc.enquiries.choices.queryOptions(
    { planId, recommendationIds },
    { enabled: recommendationIds.length > 0 },
  );
/** Posts that can be asked, and actions of a recommendation to ask about. */
export const namesQuery = (planId: string) =>
  trpc.actions.filters.queryOptions({ planId }, { staleTime: 600_000 });
export const recommendationsQuery = (planId: string) => trpc.recommendations.list.queryOptions({ planId });
export const recommendationQuery = (recommendationId: string) =>
  trpc.recommendations.get.queryOptions({ recommendationId });

/** Asking, bringing and taking back; whatever shows it asks again. */
export function useAskWrites() {
  const client = useQueryClient();
  const onSuccess = async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: trpc.asks.pathKey() }),
      client.invalidateQueries({ queryKey: trpc.readiness.pathKey() }),
    ]);
  };
  return {
    create: useMutation(trpc.asks.create.mutationOptions({ onSuccess })),
    answer: useMutation(trpc.asks.answer.mutationOptions({ onSuccess })),
    withdraw: useMutation(trpc.asks.withdraw.mutationOptions({ onSuccess })),
  };
}

/** Closing, checking and opening again; whatever shows the recommendation asks again. */
export function useClosingWrites() {
  const client = useQueryClient();
  const onSuccess = async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: trpc.closure.pathKey() }),
      client.invalidateQueries({ queryKey: trpc.readiness.pathKey() }),
      client.invalidateQueries({ queryKey: trpc.recommendations.pathKey() }),
    ]);
  };
  return {
    close: useMutation(trpc.closure.close.mutationOptions({ onSuccess })),
    reopen: useMutation(trpc.closure.reopen.mutationOptions({ onSuccess })),
    check: useMutation(trpc.closure.check.mutationOptions({ onSuccess })),
    correct: useMutation(trpc.closure.correctCheck.mutationOptions({ onSuccess })),
  };
}

export function useEnquiryWrites() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: trpc.enquiries.pathKey() });
  return {
    create: useMutation(trpc.enquiries.create.mutationOptions({ onSuccess })),
    edit: useMutation(trpc.enquiries.edit.mutationOptions({ onSuccess })),
    remove: useMutation(trpc.enquiries.remove.mutationOptions({ onSuccess })),
  };
}
