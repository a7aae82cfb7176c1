import type { DependencyInput, DependencyOut } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { actionReference, isOpenStatus } from '@gt/domain/action';
import { cycleWords, type Dependency, decideDependency, orderWarning } from '@gt/domain/planning';
import type { Context } from '../../core/context.ts';
import { DomainError, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadAction } from './load-action.ts';
import { recordDependency } from './record-dependency.ts';

type LoadedAction = Awaited<ReturnType<typeof loadAction>>;

/**
 * Lets one action wait for another of the same plan. A circle is refused and shown. Decided under a lock of the plan,
 * so that two people cannot close a circle from two sides at the same moment.
 */
export async function addDependency(
  ctx: Context,
  scope: Scope,
  input: DependencyInput,
): Promise<DependencyOut> {
  return inTransaction(ctx.db, async (tx) => {
    const successor = await loadAction(tx, scope, 'action.plan', input.successorId);
    const predecessor = await loadAction(tx, scope, 'action.read', input.predecessorId);
    assertCanWait(successor, predecessor);
    await lockDependencies(tx, successor.planId);
    const warning = orderWarning(predecessor, successor);
    // Joined already, as after a lost answer: there is nothing more to do.
    if (!(await mayJoin(tx, input, { successor, predecessor }))) return { ...input, warning };
    await tx.actionDependency.create({
      data: { ...input, createdById: scope.userId, createdAt: scope.now },
      select: { successorId: true },
    });
    await recordDependency(tx, scope, 'add', { predecessor, successor });
    return { ...input, warning };
  });
}

function assertCanWait(successor: LoadedAction, predecessor: LoadedAction): void {
  // A plan that the person may see is no secret; that the other action is in it would be.
  if (successor.planId !== predecessor.planId) throw notFound('action');
  if (isOpenStatus(successor.status)) return;
  const word = successor.status === 'CLOSED' ? 'closed' : 'cancelled';
  throw new DomainError('RULE', `${successor.reference} is ${word}, so it waits for nothing.`);
}

/** Held until the transaction ends; other writes to the plan go on. */
async function lockDependencies(tx: Tx, planId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('action_dependency'), hashtext(${planId}))`;
}

/** False when the two are joined already; throws RULE with the circle that it would close. */
async function mayJoin(
  tx: Tx,
  wanted: Dependency,
  { successor, predecessor }: { successor: LoadedAction; predecessor: LoadedAction },
): Promise<boolean> {
  const existing = await upstreamOf(tx, wanted.predecessorId);
  const already = await tx.actionDependency.findUnique({
    where: { predecessorId_successorId: wanted },
    select: { predecessorId: true, successorId: true },
  });
  const decision = decideDependency(already ? [...existing, already] : existing, wanted);
  if (decision.ok) return true;
  if (decision.code === 'ALREADY') return false;
  if (decision.code === 'SELF') {
    throw new DomainError('RULE', `${successor.reference} cannot wait for itself.`);
  }
  const names = await referencesOf(tx, decision.cycle);
  const words = cycleWords(decision.cycle.map((id) => names.get(id) ?? '?'));
  throw new DomainError(
    'RULE',
    `${predecessor.reference} waits for ${successor.reference} already, so neither could begin: ${words}.`,
  );
}

/** Every dependency on the way to an action, however far back; those of actions in the recycle bin too. */
function upstreamOf(tx: Tx, actionId: string): Promise<Dependency[]> {
  return tx.$queryRaw<Dependency[]>`
    WITH RECURSIVE up AS (
      SELECT d."predecessorId", d."successorId" FROM "action_dependency" d WHERE d."successorId" = ${actionId}
      UNION
      SELECT d."predecessorId", d."successorId"
      FROM "action_dependency" d JOIN up ON d."successorId" = up."predecessorId")
    SELECT "predecessorId", "successorId" FROM up`;
}

async function referencesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.action.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, number: true, deletedAt: true, recommendation: { select: { number: true } } },
  });
  return new Map(
    rows.map(({ id, number, deletedAt, recommendation }) => [
      id,
      `${actionReference(recommendation.number, number)}${deletedAt ? ' (in the recycle bin)' : ''}`,
    ]),
  );
}
