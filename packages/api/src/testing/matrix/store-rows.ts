import type { ProcedureRow } from './matrix-row.ts';
import { ADMINISTRATOR } from './who.ts';

export const STORE_ROWS: readonly ProcedureRow[] = [
  { path: 'store.state', may: { any: ADMINISTRATOR }, input: () => undefined },
  { path: 'store.checkNow', may: { any: ADMINISTRATOR }, input: () => undefined },
  { path: 'store.removeOrphans', may: { any: ADMINISTRATOR }, input: () => undefined },
];
