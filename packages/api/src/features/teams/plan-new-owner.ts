import type { PlannedWrite } from '../actions/planned-write.ts';
import type { ActionForWrite } from '../actions/write-action.ts';

/** An action in somebody's own name goes to another person, or back to its post: part of a hand-over. */
export function planNewOwner(row: ActionForWrite, ownerUserId: string | null, reason: string): PlannedWrite {
  return {
    row,
    columns: { ownerUserId },
    audit: {
      action: 'action.assign',
      before: { ownerUserId: row.ownerUserId },
      after: { ownerUserId, reason },
    },
    tellings:
      ownerUserId === null
        ? []
        : [{ kind: 'HANDED_OVER', userIds: [ownerUserId], sourceId: `assign:${row.id}:${row.version + 1}` }],
    sentence: '',
  };
}
