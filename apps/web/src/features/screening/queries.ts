import type { RouterOutputs } from '@gt/api/types';
import { useMutation } from '@tanstack/react-query';
import { queryClient } from '../../lib/query-client.ts';
import { trpc } from '../../lib/trpc.ts';

export type ScreenedFile = RouterOutputs['screening']['of']['files'][number];
export type OpenScreening = RouterOutputs['screening']['open']['rows'][number];
export type ScreenedText = RouterOutputs['screening']['texts']['rows'][number];
export type ScreeningSettings = RouterOutputs['screening']['settings'];

/** While the newest file waits to be screened, this often; live news may come sooner. */
const WAITING_MS = 2_000;

export const screeningQuery = (evidenceId: string) =>
  trpc.screening.of.queryOptions(
    { evidenceId },
    {
      refetchInterval: ({ state }) =>
        state.data?.files[0]?.standing === 'NOT_SCREENED' ? WAITING_MS : false,
    },
  );
export const openScreeningsQuery = (planId: string) => trpc.screening.open.queryOptions({ planId });
export const screenedTextsQuery = (planId: string) => trpc.screening.texts.queryOptions({ planId });
export const reviewWordsQuery = (reviewId: string) => trpc.screening.ofReview.queryOptions({ reviewId });
export const screeningSettingsQuery = () =>
  trpc.screening.settings.queryOptions(undefined, { staleTime: 600_000 });

/** What shows screening, and the history that tells of it: asked again after a write. */
function refresh() {
  const shown = [trpc.screening.pathKey(), trpc.evidence.pathKey(), trpc.packs.pathKey()];
  return Promise.all(shown.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}

export function useScreeningWrites() {
  const onSuccess = refresh;
  return {
    justify: useMutation(trpc.screening.justify.mutationOptions({ onSuccess })),
    decide: useMutation(trpc.screening.decide.mutationOptions({ onSuccess })),
    allowText: useMutation(trpc.screening.allowText.mutationOptions({ onSuccess })),
    takeBackText: useMutation(trpc.screening.takeBackText.mutationOptions({ onSuccess })),
    again: useMutation(trpc.screening.again.mutationOptions({ onSuccess })),
    setSettings: useMutation(
      trpc.screening.setSettings.mutationOptions({
        onSuccess: (settings) => queryClient.setQueryData(trpc.screening.settings.queryKey(), settings),
      }),
    ),
  };
}
