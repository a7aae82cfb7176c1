import type { UpdateLinkManyInput, UpdateLinkManyOut } from '@gt/contracts/schemas';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { createUpdateLink } from './create-update-link.ts';

/**
 * Sends each agency its link, each on its own: one that cannot be sent stops no other. Answers what became of each,
 * in the order asked for. Throws NOT_ALLOWED when the person may send none of them.
 */
export async function sendManyLinks(
  ctx: Context,
  scope: Scope,
  input: UpdateLinkManyInput,
): Promise<UpdateLinkManyOut> {
  const { planId, days, rows, idempotencyKey } = input;
  const teams = await ctx.db.team.findMany({
    where: { id: { in: rows.map(({ teamId }) => teamId) } },
    select: { id: true, name: true },
  });
  const results: UpdateLinkManyOut['results'] = [];
  const refusals: DomainError[] = [];
  for (const row of rows) {
    const of = { teamId: row.teamId, team: teams.find(({ id }) => id === row.teamId)?.name ?? '' };
    try {
      const link = { planId, days, ...row, idempotencyKey: `${idempotencyKey}:${row.teamId}` };
      results.push({ ...of, made: await createUpdateLink(ctx, scope, link), problem: null });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      refusals.push(error);
      results.push({ ...of, made: null, problem: error.message });
    }
  }
  const isForbidden = refusals.every(({ code }) => code === 'NOT_ALLOWED');
  if (refusals[0] && refusals.length === rows.length && isForbidden) throw refusals[0];
  return { results };
}
