import type { DeliveryStatus, IsoDate, Rag, SnapshotAction } from '@gt/contracts/words';
import { daysBetween } from '../calendar/index.ts';
import { type ColourMove, colourMoved, weeksAtColour } from '../rag/index.ts';

/** How one action stood in two snapshots. Of an action that is in one of them alone the other side is null. */
export type ActionMovement = {
  id: string;
  reference: string;
  title: string;
  recommendationId: string;
  teamId: string | null;
  team: string | null;
  ownerPost: string | null;
  /** NEW: only in the later one; GONE: only in the earlier one. */
  presence: 'BOTH' | 'NEW' | 'GONE';
  from: ActionStanding | null;
  to: ActionStanding | null;
  /** SAME for an action that is new, gone or cancelled: it has not moved by its work. */
  rag: ColourMove;
  /** What was said of its colour. */
  ragReason: string;
  /** Which week at its colour it was in, in the later snapshot. */
  weeksAtColour: number;
  isNewlyClosed: boolean;
  /** Closed before, and not any more. */
  isReopened: boolean;
  isNewlyCancelled: boolean;
  /** By how many days the due date moved later; negative when it came forward, 0 when it did not move. */
  daysSlipped: number;
  /** A date came where there was none, or went. */
  isDateSetOrTaken: boolean;
  /** Anything of the above. */
  hasMoved: boolean;
};

export type ActionStanding = {
  rag: Rag;
  calculatedRag: Rag;
  status: DeliveryStatus;
  dueDate: IsoDate | null;
  originalDueDate: IsoDate | null;
  percentComplete: number;
};

/**
 * What became of one action between two snapshots; the numbers and colours are those that were kept then. A cancelled
 * action is neither better nor worse.
 * Example: red, due 12 March → amber, due 26 March is BETTER and slipped by 14 days.
 */
export function compareAction(
  before: SnapshotAction | null,
  after: SnapshotAction | null,
  asAt: IsoDate,
): ActionMovement {
  const named = after ?? before;
  if (named === null) throw new RangeError('an action that is in neither snapshot');
  const { id, reference, title, recommendationId, teamId, team, ownerPost, ragReason } = named;
  const both = before !== null && after !== null;
  const isWorked = both && before.status !== 'CANCELLED' && after.status !== 'CANCELLED';
  const wentTo = (status: DeliveryStatus) => both && before.status !== status && after.status === status;
  const dates = both ? datesMoved(before, after) : NO_DATES;
  const found = {
    presence: both ? ('BOTH' as const) : after ? ('NEW' as const) : ('GONE' as const),
    rag: isWorked ? colourMoved(before.rag, after.rag) : ('SAME' as const),
    isNewlyClosed: wentTo('CLOSED'),
    isReopened: both && before.status === 'CLOSED' && after.status !== 'CLOSED',
    isNewlyCancelled: wentTo('CANCELLED'),
    ...dates,
  };
  const hasMoved =
    found.presence !== 'BOTH' ||
    found.rag !== 'SAME' ||
    before?.status !== after?.status ||
    found.daysSlipped !== 0 ||
    found.isDateSetOrTaken;
  return {
    ...{ id, reference, title, recommendationId, teamId, team, ownerPost, ragReason },
    ...found,
    from: before && standingOf(before),
    to: after && standingOf(after),
    weeksAtColour: after ? weeksAtColour(after.ragSince, asAt) : 0,
    hasMoved,
  };
}

const NO_DATES = { daysSlipped: 0, isDateSetOrTaken: false };

function datesMoved(before: SnapshotAction, after: SnapshotAction): typeof NO_DATES {
  if (before.dueDate === after.dueDate) return NO_DATES;
  if (before.dueDate === null || after.dueDate === null) return { daysSlipped: 0, isDateSetOrTaken: true };
  return { daysSlipped: daysBetween(before.dueDate, after.dueDate), isDateSetOrTaken: false };
}

function standingOf(action: SnapshotAction): ActionStanding {
  const { rag, calculatedRag, status, dueDate, originalDueDate, percentComplete } = action;
  return { rag, calculatedRag, status, dueDate, originalDueDate, percentComplete };
}
