import type { MovementOut, SnapshotCompareInput } from '@gt/contracts/schemas';
import type { Db } from '@gt/db';
import { valueWords } from '@gt/domain/measure';
import { recommendationTitle } from '@gt/domain/recommendation';
import {
  type ActionMovement,
  compareSnapshots as compare,
  type MeasureMoved,
  movementHeadline,
  movementKinds,
  movementRank,
} from '@gt/domain/snapshot';
import { DomainError, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { loadSnapshot } from './load-snapshot.ts';
import { getHeads, liveActionIds } from './snapshots.repository.ts';

/**
 * What moved between two snapshots of one plan, from the earlier to the later whichever was named first, by what they
 * hold alone. Throws NOT_FOUND, and RULE for snapshots of two plans.
 */
export async function compareSnapshots(
  db: Db,
  scope: Scope,
  { fromId, toId, show, limit }: SnapshotCompareInput,
): Promise<MovementOut> {
  const heads = await getHeads(db, scope, [fromId, toId]);
  const [from, to] = heads.sort((one, other) => one.number - other.number);
  if (!from || !to) throw notFound('snapshot');
  if (from.planId !== to.planId) {
    throw new DomainError('RULE', 'These snapshots are of two plans. Choose two of the same plan.');
  }
  const [before, after] = await Promise.all([
    loadSnapshot(db, scope, from.id),
    loadSnapshot(db, scope, to.id),
  ]);
  const movement = compare(before, after);
  const moved = movement.actions.filter(({ hasMoved }) => hasMoved);
  const chosen = moved.filter((action) => isAskedFor(action, show));
  const first = chosen.toSorted((one, other) => movementRank(one) - movementRank(other)).slice(0, limit);
  const ids = first.map(({ id }) => id);
  const live = await liveActionIds(db, scope, ids);
  return {
    planId: from.planId,
    from,
    to,
    headline: movementHeadline(movement),
    counts: movement.counts,
    fromColours: movement.from,
    toColours: movement.to,
    moved: first.map(({ hasMoved: _, ...action }) => ({ ...action, isLive: live.has(action.id) })),
    shown: chosen.length,
    movedTotal: moved.length,
    unmoved: movement.actions.length - moved.length,
    recommendations: movement.recommendations.map(({ quote, ...part }) => ({
      ...part,
      title: recommendationTitle(quote),
    })),
    teams: movement.teams,
    measures: movement.measures.map(measureOf),
  };
}

function isAskedFor(action: ActionMovement, show: SnapshotCompareInput['show']): boolean {
  if (show.recommendationId !== undefined && action.recommendationId !== show.recommendationId) return false;
  if (show.teamId !== undefined && action.teamId !== show.teamId) return false;
  return show.kind === undefined || movementKinds(action).includes(show.kind);
}

function measureOf(measure: MeasureMoved): MovementOut['measures'][number] {
  const { id, reference, name, unit, from, to, move, fromDistance, toDistance, wasMet, isMet } = measure;
  return {
    ...{ id, reference, name, move, fromDistance, toDistance },
    from: from && valueWords(from.value, unit),
    to: valueWords(to.value, unit),
    isNewlyMet: isMet && !wasMet,
  };
}
