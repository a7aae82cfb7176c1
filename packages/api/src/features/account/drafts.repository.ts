import type { DraftOut } from '@gt/contracts/schemas';
import type { Db } from '@gt/db';
import { toInstant } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';

/** Nobody has more forms open than this; older drafts stay but are not offered. */
const DRAFTS_SHOWN = 200;

/** The person's own drafts whose key begins with `prefix`, newest first. Nobody reads another's. */
export async function listDrafts(db: Db, scope: Scope, prefix: string): Promise<DraftOut[]> {
  const rows = await db.draft.findMany({
    where: { userId: scope.userId, key: { startsWith: prefix } },
    orderBy: { updatedAt: 'desc' },
    take: DRAFTS_SHOWN,
    select: { key: true, entityType: true, entityId: true, body: true, updatedAt: true },
  });
  return rows.map((row) => ({
    ...row,
    body: row.body as DraftOut['body'],
    updatedAt: toInstant(row.updatedAt),
  }));
}
