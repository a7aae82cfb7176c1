import { THREAD_BREAKS, type ThreadBreak } from '@gt/contracts/words';
import { oneOf } from './search-params.ts';

/** Which recommendations of a plan are shown: those whose thread breaks there; all of them when absent. */
export type RecommendationsSearch = { break?: ThreadBreak };

export function readRecommendationsSearch(search: Record<string, unknown>): RecommendationsSearch {
  return { break: oneOf(THREAD_BREAKS, search.break) };
}
