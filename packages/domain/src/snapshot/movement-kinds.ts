import { MOVEMENT_KINDS, type MovementKind } from '@gt/contracts/words';
import type { ActionMovement } from './compare-action.ts';

/**
 * The ways in which one action moved, those that need attention first; none for one that did not move, or of which a
 * date alone came forward, was set or was taken away.
 * Example: red that was amber, due two weeks later → WORSE and SLIPPED.
 */
export function movementKinds(action: ActionMovement): MovementKind[] {
  const { from, to } = action;
  const is: Record<MovementKind, boolean> = {
    WORSE: action.rag === 'WORSE',
    SLIPPED: action.daysSlipped > 0,
    BETTER: action.rag === 'BETTER',
    CLOSED: action.isNewlyClosed,
    STATUS: from !== null && to !== null && from.status !== to.status && !action.isNewlyClosed,
    ADDED_OR_GONE: action.presence !== 'BOTH',
  };
  return MOVEMENT_KINDS.filter((kind) => is[kind]);
}

/** The place of an action in a list that begins with what needs attention. */
export function movementRank(action: ActionMovement): number {
  const first = movementKinds(action)[0];
  return first === undefined ? MOVEMENT_KINDS.length : MOVEMENT_KINDS.indexOf(first);
}
