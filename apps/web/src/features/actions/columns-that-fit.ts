/** Width of each column in pixels; the title takes what is left. */
export const WIDTHS: Record<string, number | undefined> = {
  select: 32,
  reference: 72,
  thread: 80,
  team: 108,
  owner: 142,
  dueDate: 104,
  rag: 104,
  status: 112,
  percentComplete: 64,
  evidence: 92,
  priority: 80,
  lastUpdateAt: 72,
  leadPost: 140,
  acceptance: 112,
  startDate: 96,
  originalDueDate: 100,
  milestones: 100,
  waitsFor: 100,
  measures: 160,
  supportingTeams: 140,
  reviewMarkedAt: 96,
};

/** The title never gets narrower than this; a table that needs more scrolls sideways inside itself. */
const TITLE_WIDTH = 190;

/** Always there, at the left. */
export const FIXED_COLUMNS = ['select', 'reference', 'title'] as const;
/** Shown at first besides: the rest are there for the asking. */
const SHOWN_AT_FIRST = ['thread', 'team', 'owner', 'dueDate', 'rag', 'status', 'lastUpdateAt'];
/** What is left out first where there is no room; owner, date and rating always stay. */
const LEAVE_OUT = ['lastUpdateAt', 'team', 'thread', 'status'];

/** The least width of a table with these columns, in pixels. */
export function leastWidth(columnIds: readonly string[]): number {
  return columnIds.reduce((sum, id) => sum + (WIDTHS[id] ?? TITLE_WIDTH), 0);
}

/**
 * The columns beside the fixed ones shown to somebody who has not chosen any, in so many pixels.
 * Example: on a laptop 1280 px wide all seven; on a tablet owner, date and RAG.
 */
export function columnsThatFit(width: number): string[] {
  let shown = SHOWN_AT_FIRST;
  for (const id of LEAVE_OUT) {
    if (leastWidth([...FIXED_COLUMNS, ...shown]) <= width) break;
    shown = shown.filter((kept) => kept !== id);
  }
  return shown;
}
