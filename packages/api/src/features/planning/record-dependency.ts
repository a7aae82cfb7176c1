import type { Tx } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Scope } from '../../core/scope.ts';

type End = { id: string; planId: string; reference: string };

/** A dependency concerns two actions: the history of each tells it, from its own side. */
export async function recordDependency(
  tx: Tx,
  scope: Scope,
  what: 'add' | 'remove',
  { predecessor, successor }: { predecessor: End; successor: End },
): Promise<void> {
  const verb = what === 'add' ? 'action.addDependency' : 'action.removeDependency';
  const side = what === 'add' ? 'after' : 'before';
  const entry = { action: verb, entityType: 'ACTION', planId: successor.planId };
  await recordAudit(tx, scope, {
    ...entry,
    entityId: successor.id,
    [side]: { waitsFor: predecessor.reference },
  });
  await recordAudit(tx, scope, {
    ...entry,
    entityId: predecessor.id,
    [side]: { neededBy: successor.reference },
  });
}
