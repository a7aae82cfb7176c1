import type { Acceptance } from '@gt/contracts/words';
import type { Telling } from '../../core/tell.ts';
import type { Assigned } from './check-assignees.ts';
import type { Assignees } from './load-assignees.ts';

type Given = {
  from: Assigned;
  to: Assigned;
  among: Assignees;
  /** As it is with this assignment; null when that stays as it was. */
  acceptance: Acceptance | null;
};

/**
 * Who is told when an action is given: those who answer for the team it is offered to, whoever offered it when the
 * team takes it on, and the new owner. `version` is the one before the write; 0 when the action is made.
 */
export function tellingsOfAssignment(
  action: { id: string; version: number; acceptanceById: string | null },
  { from, to, among, acceptance }: Given,
): Omit<Telling, 'planId' | 'actionId'>[] {
  const sourceId = `assign:${action.id}:${action.version + 1}`;
  const told: Omit<Telling, 'planId' | 'actionId'>[] = [];
  if (acceptance === 'OFFERED' && to.teamId !== null) {
    told.push({ kind: 'OFFERED_TO_TEAM', userIds: among.teams.get(to.teamId)?.answeredBy ?? [], sourceId });
  }
  if (acceptance === 'ACCEPTED' && from.teamId === to.teamId && action.acceptanceById !== null) {
    told.push({ kind: 'ACCEPTED', userIds: [action.acceptanceById], sourceId });
  }
  if (to.ownerUserId !== null && to.ownerUserId !== from.ownerUserId) {
    told.push({ kind: 'ASSIGNED_TO_YOU', userIds: [to.ownerUserId], sourceId });
  } else if (to.ownerUserId === null && to.ownerPostId !== null && to.ownerPostId !== from.ownerPostId) {
    const userIds = among.posts.get(to.ownerPostId)?.holders ?? [];
    told.push({ kind: 'ASSIGNED_TO_YOU', userIds, sourceId });
  }
  return told;
}
