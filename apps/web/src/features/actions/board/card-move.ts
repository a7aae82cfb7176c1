import type { DeclarableRag, DeliveryStatus, Priority } from '@gt/contracts/words';
import {
  assignmentNeedsReason,
  boardKey,
  changeStatus,
  declareRag,
  ragNeedsReason,
  statusNeedsReason,
} from '@gt/domain/action';
import type { Decision, Permission } from '@gt/domain/authz';
import { assignmentOf, type InlineChange } from '../grid/inline-change.ts';
import type { ActionRow } from '../queries.ts';
import { type BoardGroup, neverSet } from './board-groups.ts';

/** What the person may do to the card, by the rules that the server applies again. */
export type MoveRights = {
  may: (permission: Permission) => Decision;
  mayAssignTo: (teamId: string | null) => Decision;
  /** The team of a post, which decides who may give work to it; null when it is not known. */
  teamOfPost: (postId: string) => string | null;
};

export type CardMove =
  | { ok: true; needsReason: boolean; reasonLabel: string; change: (reason: string) => InlineChange }
  | { ok: false; sentence: string };

/** Stands in for the reason that is asked for afterwards. */
const SOME_REASON = 'a reason that is long enough';
const NEEDS: Record<BoardGroup, Permission> = {
  status: 'action.changeStatus',
  rag: 'update.create',
  team: 'action.assign',
  owner: 'action.assign',
  priority: 'action.edit',
  acceptance: 'action.accept',
};

/**
 * What it means to put a card into a column: a change of status, RAG, team, owner or priority, with a reason where the
 * record needs one; or the sentence that says why it cannot be put there. Closed and Reopened are never set by a move.
 */
export function cardMove(by: BoardGroup, row: ActionRow, to: string, rights: MoveRights): CardMove {
  if (boardKey(by, row) === to) return no('The card is in this column already.');
  if (row.redactedAt) return no('The words of this action were destroyed, so it is changed on its own page.');
  const never = neverSet(by, to);
  if (never) return no(never);
  const decision = rights.may(NEEDS[by]);
  if (!decision.ok) return no(decision.reason);
  switch (by) {
    case 'status':
      return toStatus(row, to as DeliveryStatus);
    case 'rag':
      return toRag(row, to as DeclarableRag);
    case 'team':
      return toTeam(row, to, rights);
    case 'owner':
      return toOwner(row, to, rights);
    case 'priority':
      return yes(false, '', () => ({ kind: 'priority', priority: to as Priority }));
    case 'acceptance':
      return no('');
  }
}

function toStatus(row: ActionRow, status: DeliveryStatus): CardMove {
  const decision = changeStatus({
    from: row.status,
    to: status,
    reason: SOME_REASON,
    actor: { userId: '', mayVerify: false },
    actionOwnerIds: [],
    evidence: [],
  });
  if (!decision.ok) return no(decision.reasons[0]?.sentence ?? '');
  const label = status === 'CANCELLED' ? 'Why the action is cancelled' : 'What is still missing';
  return yes(statusNeedsReason(row.status, status), label, (reason) => ({ kind: 'status', status, reason }));
}

function toRag(row: ActionRow, declaredRag: DeclarableRag): CardMove {
  const { declaredRag: previous, status } = row;
  const decision = declareRag({ rag: declaredRag, previous, status, ragReason: SOME_REASON });
  if (!decision.ok) return no(decision.problems[0]?.message ?? '');
  return yes(ragNeedsReason(declaredRag, previous), 'Why it is this colour now', (reason) => ({
    kind: 'rag',
    declaredRag,
    reason,
  }));
}

function toTeam(row: ActionRow, key: string, { mayAssignTo }: MoveRights): CardMove {
  const teamId = key === '' ? null : key;
  const decision = mayAssignTo(teamId);
  if (!decision.ok) return no(decision.reason);
  return assigning(row, { teamId }, 'team');
}

function toOwner(row: ActionRow, key: string, { mayAssignTo, teamOfPost }: MoveRights): CardMove {
  const [kind, id = null] = key === '' ? ['none'] : key.split(':');
  if (kind === 'post' && id) {
    const decision = mayAssignTo(teamOfPost(id));
    if (!decision.ok) return no(decision.reason);
  }
  const owner = {
    ownerPostId: kind === 'post' ? id : null,
    ownerUserId: kind === 'person' ? id : null,
  };
  return assigning(row, owner, 'owner');
}

function assigning(
  row: ActionRow,
  patch: Partial<ReturnType<typeof assignmentOf>>,
  column: 'team' | 'owner',
): CardMove {
  const from = { ...assignmentOf(row), partnerTeamId: row.partnerTeam?.id ?? null };
  const needsReason = assignmentNeedsReason(from, { ...from, ...patch });
  return yes(needsReason, 'Why it changes hands', (reason) => ({
    kind: 'assign',
    to: { ...assignmentOf(row), ...patch },
    reason,
    column,
  }));
}

function yes(needsReason: boolean, reasonLabel: string, change: (reason: string) => InlineChange): CardMove {
  return { ok: true, needsReason, reasonLabel, change };
}

function no(sentence: string): CardMove {
  return { ok: false, sentence };
}
