import {
  DELIVERY_STATUS_LABELS,
  type DeclarableRag,
  type DeliveryStatus,
  formatDate,
  type IsoDate,
  PRIORITY_LABELS,
  type Priority,
  RAG_LABELS,
} from '@gt/contracts/words';
import type { ActionFilters, ActionRow } from '../queries.ts';
import type { EditableColumn } from './editable.ts';

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

/** The cell that a change was made in. */
export function columnOf(change: InlineChange): EditableColumn {
  return change.kind === 'assign' ? change.column : change.kind;
}

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

/** "R3.A2 is now due on 12 March 2026." */
export function doneWords(reference: string, change: InlineChange, names: ActionFilters | undefined): string {
  switch (change.kind) {
    case 'status':
      return `${reference} is now “${DELIVERY_STATUS_LABELS[change.status]}”.`;
    case 'rag':
      return `${reference} is now declared ${RAG_LABELS[change.declaredRag].toLowerCase()}.`;
    case 'priority':
      return `The priority of ${reference} is now ${PRIORITY_LABELS[change.priority].toLowerCase()}.`;
    case 'dueDate':
      return change.isRequest
        ? `${formatDate(change.dueDate)} has been asked for ${reference}.`
        : `${reference} is now due on ${formatDate(change.dueDate)}.`;
    case 'assign': {
      const { team, ownerPost } = shownAfter(change, names);
      if (change.column === 'owner') return `${reference} is now with ${ownerPost?.title ?? 'no owner'}.`;
      return `${reference} is now with ${team?.name ?? 'no team'}.`;
    }
  }
}
