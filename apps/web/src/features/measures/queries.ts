import type { RouterOutputs } from '@gt/api/types';
import { useMutation } from '@tanstack/react-query';
import { queryClient } from '../../lib/query-client.ts';
import { trpc } from '../../lib/trpc.ts';

export type MeasureRow = RouterOutputs['measures']['list'][number];
export type MeasureDetail = RouterOutputs['measures']['get'];
export type MeasurePoint = MeasureDetail['points'][number];
export type MeasureComment = MeasureDetail['comments'][number];
export type PastePreview = RouterOutputs['measures']['previewPaste'];

type Which = { recommendationId?: string; actionId?: string; removed?: boolean };

/** The measures of a plan, of one recommendation or of one action; or those in the recycle bin. */
export const measuresQuery = (planId: string, which: Which = {}) =>
  trpc.measures.list.queryOptions({ planId, ...which });

const REFERENCE = /^m\d{1,9}$/i;

/** One measure, by its id or by its reference such as "M4". */
export const measureQuery = (planId: string, open: string) =>
  trpc.measures.get.queryOptions({ measureId: open }, { enabled: !REFERENCE.test(open) && planId !== '' });
export const measureByReferenceQuery = (planId: string, open: string) =>
  trpc.measures.byReference.queryOptions({ planId, reference: open }, { enabled: REFERENCE.test(open) });

export const isMeasureReference = (open: string) => REFERENCE.test(open);

/** Recommendations that a measure may serve besides its own. */
export const servableQuery = (measureId: string) => trpc.measures.servable.queryOptions({ measureId });

export const choicesQuery = (planId: string) =>
  trpc.actions.filters.queryOptions({ planId }, { staleTime: 60_000 });

/** Everything that shows measures or is judged by them: asked again after a write. */
function refreshMeasures(): Promise<unknown> {
  const shown = [
    trpc.measures.pathKey(),
    trpc.actions.pathKey(),
    trpc.recommendations.pathKey(),
    trpc.dashboard.pathKey(),
  ];
  return Promise.all(shown.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}

/** One mutation for each way of writing to a measure. */
export function useMeasureWrites() {
  const onSuccess = refreshMeasures;
  return {
    create: useMutation(trpc.measures.create.mutationOptions({ onSuccess })),
    edit: useMutation(trpc.measures.edit.mutationOptions({ onSuccess })),
    remove: useMutation(trpc.measures.remove.mutationOptions({ onSuccess })),
    restore: useMutation(trpc.measures.restore.mutationOptions({ onSuccess })),
    linkAction: useMutation(trpc.measures.linkAction.mutationOptions({ onSuccess })),
    unlinkAction: useMutation(trpc.measures.unlinkAction.mutationOptions({ onSuccess })),
    addStandards: useMutation(trpc.measures.addStandards.mutationOptions({ onSuccess })),
    planTrajectory: useMutation(trpc.measures.planTrajectory.mutationOptions({ onSuccess })),
    addStep: useMutation(trpc.measures.addStep.mutationOptions({ onSuccess })),
    removeStep: useMutation(trpc.measures.removeStep.mutationOptions({ onSuccess })),
    serve: useMutation(trpc.measures.serve.mutationOptions({ onSuccess })),
    leave: useMutation(trpc.measures.leave.mutationOptions({ onSuccess })),
    comment: useMutation(trpc.measures.comment.mutationOptions({ onSuccess })),
    removeComment: useMutation(trpc.measures.removeComment.mutationOptions({ onSuccess })),
    restoreComment: useMutation(trpc.measures.restoreComment.mutationOptions({ onSuccess })),
  };
}

/** One mutation for each way of writing figures. */
export function useFigureWrites() {
  const onSuccess = refreshMeasures;
  return {
    addPoint: useMutation(trpc.measures.addPoint.mutationOptions({ onSuccess })),
    correctPoint: useMutation(trpc.measures.correctPoint.mutationOptions({ onSuccess })),
    removePoint: useMutation(trpc.measures.removePoint.mutationOptions({ onSuccess })),
    previewPaste: useMutation(trpc.measures.previewPaste.mutationOptions()),
    pastePoints: useMutation(trpc.measures.pastePoints.mutationOptions({ onSuccess })),
  };
}
