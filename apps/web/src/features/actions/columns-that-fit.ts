/** Width of each column in pixels; the title takes what is left. */
export const WIDTHS: Record<string, number | undefined> = {
  reference: 72,
  thread: 80,
  team: 112,
  owner: 148,
  dueDate: 96,
  rag: 108,
  status: 116,
  percentComplete: 56,
  evidence: 92,
  priority: 80,
  lastUpdateAt: 72,
};

/** The title never gets narrower than this; a table that needs more scrolls sideways inside itself. */
const TITLE_WIDTH = 190;

/** Not shown until asked for, so that the table fits beside an open panel. */
const HIDDEN_AT_FIRST = { percentComplete: false, evidence: false, priority: false };
const SHOWN_AT_FIRST = [
  'reference',
  'title',
  'thread',
  'team',
  'owner',
  'dueDate',
  'rag',
  'status',
  'lastUpdateAt',
];
/** What is left out first where there is no room; reference, title, owner, date and rating always stay. */
const LEAVE_OUT = ['lastUpdateAt', 'team', 'thread', 'status'];

/** The least width of a table with these columns, in pixels. */
export function leastWidth(columnIds: readonly string[]): number {
  return columnIds.reduce((sum, id) => sum + (WIDTHS[id] ?? TITLE_WIDTH), 0);
}

/**
 * The columns shown to somebody who has not chosen any, in so many pixels.
 * Example: on a laptop 1280 px wide all nine; on a tablet reference, title, owner, date and RAG.
 */
export function columnsThatFit(width: number): Record<string, boolean> {
  let shown = SHOWN_AT_FIRST;
  const visibility: Record<string, boolean> = { ...HIDDEN_AT_FIRST };
  for (const id of LEAVE_OUT) {
    if (leastWidth(shown) <= width) break;
    shown = shown.filter((kept) => kept !== id);
    visibility[id] = false;
  }
  return visibility;
}
