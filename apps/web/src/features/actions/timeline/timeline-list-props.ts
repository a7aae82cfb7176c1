import type { IsoDate } from '@gt/contracts/words';
import type { PlanActionsSearch } from '../../../lib/plan-actions-search.ts';
import type { TimelineRow } from '../queries.ts';

export type TimelineListProps = {
  planId: string;
  rows: readonly TimelineRow[];
  total: number;
  today: IsoDate;
  search: PlanActionsSearch;
  /** More of them are with the server. */
  onMore: () => void;
  isLoadingMore: boolean;
};
