import type { DueDateDecideManyInput, DueDateDecideManyOut } from '@gt/contracts/schemas';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { decideDueDate } from './decide-due-date.ts';
import { referencesOfRequests } from './due-date-requests.repository.ts';

/**
 * One answer to many requests: each is decided by itself, so that one refusal holds up no other, and each row says
 * what became of it.
 */
export async function decideDueDates(
  ctx: Context,
  scope: Scope,
  { requests, ...answer }: DueDateDecideManyInput,
): Promise<DueDateDecideManyOut> {
  const references = await referencesOfRequests(
    ctx.db,
    scope,
    requests.map(({ requestId }) => requestId),
  );
  const results: DueDateDecideManyOut['results'] = [];
  for (const request of requests) {
    const of = { requestId: request.requestId, reference: references.get(request.requestId) ?? '' };
    results.push({ ...of, ...(await outcomeOf(() => decideDueDate(ctx, scope, { ...request, ...answer }))) });
  }
  return { results };
}

async function outcomeOf(work: () => Promise<unknown>): Promise<{ ok: boolean; message: string }> {
  try {
    await work();
    return { ok: true, message: '' };
  } catch (error) {
    // What is not a refusal in words is a fault: it stops here, and what was done so far stands.
    if (!(error instanceof DomainError)) throw error;
    return { ok: false, message: error.fields?.[0]?.message ?? error.message };
  }
}
