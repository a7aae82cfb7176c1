import type { ProcedureRow } from './matrix-row.ts';
import { ALL_READERS } from './who.ts';

/** The plan as board, timeline and by recommendation: who reads actions, and a partner their own of them. */
export const LAYOUT_ROWS: readonly ProcedureRow[] = [
  {
    path: 'actions.board',
    may: { any: ALL_READERS },
    input: ({ world }) => ({ planId: world.plan.planId, by: 'team' }),
  },
  {
    path: 'actions.boardColumn',
    may: { any: ALL_READERS },
    input: ({ world }) => ({ planId: world.plan.planId, by: 'status', key: 'IN_PROGRESS', after: null }),
  },
  {
    path: 'actions.timeline',
    may: { any: ALL_READERS },
    input: ({ world }) => ({ planId: world.plan.planId }),
  },
];
