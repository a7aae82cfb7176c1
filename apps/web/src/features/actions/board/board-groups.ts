import {
  ACCEPTANCE_LABELS,
  ACCEPTANCES,
  type Acceptance,
  DELIVERY_STATUS_LABELS,
  DELIVERY_STATUSES,
  type DeliveryStatus,
  PRIORITIES,
  PRIORITY_LABELS,
  type Priority,
  RAG_LABELS,
  RAG_LETTERS,
  RAGS,
  type Rag,
} from '@gt/contracts/words';
import { oneOf } from '../../../lib/search-params.ts';
import type { BoardColumn } from '../queries.ts';

/** What the columns of the board can stand for, in the order of the picker. */
export const BOARD_GROUPS = ['status', 'rag', 'team', 'owner', 'priority', 'acceptance'] as const;
export type BoardGroup = (typeof BOARD_GROUPS)[number];

export const GROUP_LABELS: Record<BoardGroup, string> = {
  status: 'Status',
  rag: 'RAG',
  team: 'Team',
  owner: 'Owner',
  priority: 'Priority',
  acceptance: 'Taken on by the team',
};

/** The columns as the address names them; by status when it names none that a board can have. */
export function boardGroup(group: string | undefined): BoardGroup {
  return oneOf(BOARD_GROUPS, group) ?? 'status';
}

/** The words over a column. */
export function columnName(by: BoardGroup, { key, name }: Pick<BoardColumn, 'key' | 'name'>): string {
  switch (by) {
    case 'status':
      return DELIVERY_STATUS_LABELS[key as DeliveryStatus];
    case 'rag':
      return key === 'NONE' ? RAG_LABELS.NONE : `${RAG_LETTERS[key as Rag]} ${RAG_LABELS[key as Rag]}`;
    case 'priority':
      return PRIORITY_LABELS[key as Priority];
    case 'acceptance':
      return ACCEPTANCE_LABELS[key as Acceptance];
    case 'team':
      return key === '' ? 'No team' : name;
    case 'owner':
      return key === '' ? 'No owner' : name;
  }
}

const NEVER_SET: Partial<Record<BoardGroup, Record<string, string>>> = {
  status: {
    CLOSED: 'A verifier closes an action, on accepted evidence. Open the action to close it.',
    REOPENED: 'A closed or cancelled action is reopened with a reason. Open the action to reopen it.',
  },
  rag: {
    BLUE: 'Blue follows when the action is closed. It is never declared.',
    NONE: 'A rating that was declared is changed, not taken away.',
  },
};
const ACCEPTANCE_NOTE = 'The team says so itself: open the action to accept it or to ask back.';

/** Why no card can be put into a column, whatever the card; null when one can. */
export function neverSet(by: BoardGroup, key: string): string | null {
  return by === 'acceptance' ? ACCEPTANCE_NOTE : (NEVER_SET[by]?.[key] ?? null);
}

/** Keys of the closed lists, for a board that is still loading. */
export const FIXED_KEYS: Partial<Record<BoardGroup, readonly string[]>> = {
  status: DELIVERY_STATUSES,
  rag: RAGS,
  priority: PRIORITIES,
  acceptance: ACCEPTANCES,
};
