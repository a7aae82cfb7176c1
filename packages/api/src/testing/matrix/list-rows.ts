import type { FileRow, ProcedureRow } from './matrix-row.ts';
import { ALL_READERS } from './who.ts';

export const LIST_ROWS: readonly ProcedureRow[] = [
  {
    path: 'actions.facets',
    may: { any: ALL_READERS },
    input: ({ world }) => ({ planId: world.plan.planId }),
  },
  {
    path: 'actions.search',
    may: { any: ALL_READERS },
    input: ({ world }) => ({ planId: world.plan.planId, q: 'carers' }),
  },
];

export const LIST_FILE_ROWS: readonly FileRow[] = [
  {
    path: 'GET /files/plans/:planId/actions',
    may: { any: ALL_READERS },
    leavesAudit: true,
    request: ({ world }) => ({ params: { planId: world.plan.planId }, query: { format: 'csv' } }),
  },
];
