import type { PositionInput, PositionOut } from '@gt/contracts/schemas';
import type { Db } from '@gt/db';
import { factsOfSnapshot, type PositionFacts, positionOf } from '@gt/domain/position';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadEarlier, openSnapshotAt } from '../snapshots/position-snapshot.ts';
import { pickAttention } from './attention.ts';
import { loadPositionFacts } from './load-position-facts.ts';
import { type ActionNames, nameActions, namesInSnapshot } from './name-actions.ts';
import { namedIds, positionOut } from './position-out.ts';

/**
 * The plan's front page: how it stands now, or as a snapshot kept it. Six statements at the most, however large the
 * plan. Throws NOT_FOUND, and RULE where nothing was kept by the day that is asked for.
 */
export async function getPosition(db: Db, scope: Scope, { planId, at }: PositionInput): Promise<PositionOut> {
  if (at !== undefined) {
    const { head, content } = await openSnapshotAt(db, scope, { planId, at });
    const facts = factsOfSnapshot(content, await loadEarlier(db, scope, { planId, before: head.number }));
    return tell(facts, { planId, snapshot: head }, async () => namesInSnapshot(content));
  }
  const facts = await loadPositionFacts(db, scope, planId);
  if (!facts) throw notFound('plan');
  return tell(facts, { planId, snapshot: null }, (ids) => nameActions(db, scope, planId, ids));
}

async function tell(
  facts: PositionFacts,
  of: Pick<PositionOut, 'planId' | 'snapshot'>,
  name: (ids: string[]) => Promise<ActionNames>,
): Promise<PositionOut> {
  const position = positionOf(facts);
  const attention = pickAttention(facts);
  const names = await name(namedIds(position, facts, attention.first));
  return { ...of, ...positionOut({ position, facts, attention, names }) };
}
