import type { DeclarableRag, DeliveryStatus, IsoDate, Priority } from '@gt/contracts/words';
import type { ActionFilters, ActionRow } from '../queries.ts';

/** Who does an action, as far as a cell of the grid sets it. */
export type InlineAssignment = {
  teamId: string | null;
  ownerPostId: string | null;
  ownerUserId: string | null;
};

/** One change made in a cell of the grid, as the person meant it. */
export type InlineChange =
  | { kind: 'status'; status: DeliveryStatus; reason: string }
  | { kind: 'rag'; declaredRag: DeclarableRag; reason: string }
  | { kind: 'assign'; to: InlineAssignment; reason: string; column: 'team' | 'owner' }
  | {
      kind: 'dueDate';
      dueDate: IsoDate;
      reason: string;
      /** The day of the board that agreed, where the plan leaves dates to the board. */
      agreedOn: IsoDate | null;
      /** Asked for rather than set; `key` makes one request of it however often it is sent. */
      isRequest: boolean;
      key: string;
    }
  | { kind: 'priority'; priority: Priority };

/** Who does it now. */
export function assignmentOf(row: ActionRow): InlineAssignment {
  return {
    teamId: row.team?.id ?? null,
    ownerPostId: row.ownerPost?.id ?? null,
    ownerUserId: row.ownerUser?.id ?? null,
  };
}

/** The row as it will look: shown at once, and taken back when the server refuses. */
export function shownAfter(change: InlineChange, names: ActionFilters | undefined): Partial<ActionRow> {
  switch (change.kind) {
    case 'status':
      return { status: change.status };
    case 'rag':
      return { declaredRag: change.declaredRag, ragReason: change.reason, weeksAtColour: 1 };
    case 'priority':
      return { priority: change.priority };
    case 'dueDate':
      return change.isRequest ? { pendingDueDate: change.dueDate } : { dueDate: change.dueDate };
    case 'assign': {
      const { teamId, ownerPostId, ownerUserId } = change.to;
      return {
        team: names?.teams.find(({ id }) => id === teamId) ?? null,
        ownerPost: names?.posts.find(({ id }) => id === ownerPostId) ?? null,
        ownerUser: names?.people.find(({ id }) => id === ownerUserId) ?? null,
      };
    }
  }
}
