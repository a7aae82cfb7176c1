import type { StoreCheck, StoreState } from '@gt/contracts/schemas';
import type { Db } from '@gt/db';
import { toInstant } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';

/** The newest check of rows against files, as the audit holds it; null when there was none yet. */
export async function storeState(db: Db, _scope: Scope): Promise<StoreState> {
  const event = await db.auditEvent.findFirst({
    where: { entityType: 'STORE', entityId: 'files', action: 'files.check' },
    orderBy: { id: 'desc' },
    select: { at: true, actorName: true, payload: { select: { body: true } } },
  });
  const body = event?.payload?.body as { after: Omit<StoreCheck, 'checkedAt' | 'by'> } | null | undefined;
  if (!event || !body) return { last: null };
  return { last: { ...body.after, checkedAt: toInstant(event.at), by: event.actorName } };
}
