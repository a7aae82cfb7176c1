import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { type AuditFilter, listAudit } from './audit.repository.ts';

/** The history of everything, newest first, a page at a time. */
export async function readAudit(ctx: Context, scope: Scope, filter: AuditFilter) {
  const rows = await listAudit(ctx.db, scope, { ...filter, limit: filter.limit + 1 });
  const page = rows.slice(0, filter.limit);
  return { rows: page, nextBefore: rows.length > filter.limit ? (page.at(-1)?.id ?? null) : null };
}
