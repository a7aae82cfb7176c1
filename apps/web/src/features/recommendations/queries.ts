import type { RouterOutputs } from '@gt/api/types';
import { useQueryClient } from '@tanstack/react-query';
import { trpc } from '../../lib/trpc.ts';

export type Recommendation = RouterOutputs['recommendations']['get'];
export type RecommendationRow = RouterOutputs['recommendations']['list'][number];

export const recommendationsQuery = (planId: string) => trpc.recommendations.list.queryOptions({ planId });
export const recommendationQuery = (recommendationId: string) =>
  trpc.recommendations.get.queryOptions({ recommendationId });
export const planQuery = (planId: string) => trpc.plans.get.queryOptions({ planId });
/** Which of them were raised before, as a person confirmed. */
export const raisedQuery = (planId: string) => trpc.lineage.marks.queryOptions({ planId });
/** Teams with their posts, for choosing who leads. */
export const teamsQuery = () => trpc.teams.list.queryOptions();
export const editRecommendationMutation = () => trpc.recommendations.edit.mutationOptions();
export const addRecommendationMutation = () => trpc.recommendations.add.mutationOptions();

/** After a change: lists, pages and the position that show it ask again. */
export function useRecommendationsChanged(): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: trpc.recommendations.pathKey() }),
      queryClient.invalidateQueries({ queryKey: trpc.dashboard.pathKey() }),
    ]);
  };
}
