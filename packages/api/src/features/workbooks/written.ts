/** What bringing in a workbook wrote: ids and versions for undoing, and no words. */
export type Written = {
  /** The request it was written in: its entries of the history carry it. */
  requestId: string;
  actions: { id: string; version: number }[];
  recommendations: { id: string; version: number }[];
  updates: { id: string; version: number }[];
  teams: string[];
  posts: string[];
};
