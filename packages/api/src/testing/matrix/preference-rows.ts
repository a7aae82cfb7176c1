import type { ProcedureRow } from './matrix-row.ts';
import { EVERYBODY } from './who.ts';

export const PREFERENCE_ROWS: readonly ProcedureRow[] = [
  { path: 'account.preference', may: { any: EVERYBODY }, input: () => undefined },
  {
    path: 'account.setPreference',
    may: { any: EVERYBODY },
    leavesNoAudit: 'how somebody likes to work is no record of the plan',
    input: () => ({ singleKeys: false }),
  },
];
