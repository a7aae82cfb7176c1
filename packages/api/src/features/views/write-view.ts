import { Buffer } from 'node:buffer';
import type { ViewRef } from '@gt/contracts/schemas';
import type { Tx } from '@gt/db';
import { canShareView, validateView, viewSearch } from '@gt/domain/view';
import { DomainError, invalid, notAllowed } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import type { StoredView } from './views.repository.ts';

/** A view as it is kept. Throws INVALID with a sentence for each field. */
export function viewFacts(input: { name: string; search: Record<string, string> }) {
  const search = viewSearch(input.search);
  const problems = validateView({
    name: input.name,
    bytes: Buffer.byteLength(JSON.stringify(search), 'utf8'),
  });
  if (problems.length > 0) throw invalid(problems);
  return { name: input.name.trim(), search };
}

/** Two views of one name could not be told apart in a list. */
export async function assertNameIsFree(
  tx: Tx,
  at: { planId: string; ownerId: string; name: string; except?: string },
): Promise<void> {
  const other = await tx.savedView.findFirst({
    where: {
      planId: at.planId,
      ownerId: at.ownerId,
      deletedAt: null,
      name: { equals: at.name, mode: 'insensitive' },
      ...(at.except ? { id: { not: at.except } } : {}),
    },
    select: { id: true },
  });
  if (!other) return;
  throw invalid([{ field: 'name', message: 'You have a view of this name already. Choose another name.' }]);
}

export function assertMayShare(scope: Scope): void {
  const decision = canShareView(scope);
  if (!decision.ok) throw notAllowed(decision.reason);
}

/** Writes at the version that was read. Throws CONFLICT with the view as it is now. */
export async function writeView(
  tx: Tx,
  scope: Scope,
  view: StoredView,
  version: number,
  data: {
    name?: string;
    search?: Record<string, string>;
    isShared?: boolean;
    ownerId?: string;
    deletedAt?: Date | null;
  },
): Promise<ViewRef> {
  const written = await tx.savedView.updateMany({
    where: { id: view.id, version },
    data: { ...data, changedAt: scope.now, version: { increment: 1 } },
  });
  if (written.count === 0) {
    const { name, search, isShared } = view;
    throw await staleWrite(tx, 'VIEW', view.id, view.version, { name, search, isShared });
  }
  return { id: view.id, version: version + 1 };
}

/** Throws RULE for a view in the bin: it has to come back first. */
export function assertLive(view: StoredView): void {
  if (view.deletedAt !== null) {
    throw new DomainError('RULE', 'This view was removed. Bring it back first, or save a new one.');
  }
}
