import { ITEM_CATEGORIES, type ItemCategory, THREAD_BREAKS, type ThreadBreak } from '@gt/contracts/words';
import { oneOf, text } from './search-params.ts';

/** Which recommendations of a plan are shown: those whose thread breaks there; all of them when absent. */
export type RecommendationsSearch = {
  break?: ThreadBreak;
  /** Of one inspection of several, and as the report calls them. */
  inspection?: string;
  category?: ItemCategory;
};

export function readRecommendationsSearch(search: Record<string, unknown>): RecommendationsSearch {
  return {
    break: oneOf(THREAD_BREAKS, search.break),
    inspection: text(search.inspection),
    category: oneOf(ITEM_CATEGORIES, search.category),
  };
}
