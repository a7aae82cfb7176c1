import { checkAssignment, isOpenStatus } from '@gt/domain/action';
import { acceptanceAfter } from '@gt/domain/assignment';
import { listWords } from '@gt/domain/wording';
import { changedFields } from '../../core/audit.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { type Assigned, checkAssignees } from './check-assignees.ts';
import type { Assignees } from './load-assignees.ts';
import type { PlannedWrite } from './planned-write.ts';
import { tellingsOfAssignment } from './tellings-of-assignment.ts';
import { type ActionForWrite, actionValues } from './write-action.ts';

/** Who has the action now. */
export function assignedNow(row: ActionForWrite): Assigned {
  const { teamId, ownerPostId, ownerUserId, leadPostId, partnerTeamId, ...rest } = actionValues(row);
  const { supportingTeamIds, alsoServesIds } = rest;
  return { teamId, ownerPostId, ownerUserId, leadPostId, partnerTeamId, supportingTeamIds, alsoServesIds };
}

type Wanted = { to: Assigned; reason: string; among: Assignees };

/**
 * Decides who gets an action: the right to give it, those it is given to, the reason, whether the team has taken it
 * on with that, and who is told. Null when nothing changes. Throws INVALID, NOT_ALLOWED and RULE. The caller has
 * checked the right to assign this action.
 */
export function planAssignment(
  scope: Scope,
  row: ActionForWrite,
  { to: wanted, reason, among }: Wanted,
): PlannedWrite | null {
  const from = assignedNow(row);
  const to = {
    ...wanted,
    supportingTeamIds: sorted(wanted.supportingTeamIds),
    alsoServesIds: sorted(wanted.alsoServesIds),
  };
  const changes = changedFields<Record<string, unknown>>(from, to);
  if (Object.keys(changes.after).length === 0) return null;
  if (!isOpenStatus(row.status)) {
    const word = row.status === 'CLOSED' ? 'closed' : 'cancelled';
    throw new DomainError('RULE', `The action is ${word}, so it does not change hands. Reopen it first.`);
  }
  const problems = checkAssignment(from, to, reason);
  if (problems.length > 0) throw invalid(problems);
  const warning = checkAssignees({ scope, of: row, from, to, among });
  const accepting = acceptanceOf(scope, row, from, to);
  const { supportingTeamIds, alsoServesIds, ...columns } = to;
  const acceptance = accepting?.columns.acceptance ?? null;
  return {
    row,
    columns: { ...columns, ...accepting?.columns },
    supportingTeamIds: { before: from.supportingTeamIds, after: supportingTeamIds },
    alsoServesIds: { before: from.alsoServesIds, after: alsoServesIds },
    audit: {
      action: 'action.assign',
      before: { ...changes.before, ...accepting?.before },
      after: { ...changes.after, ...accepting?.after, ...(reason ? { reason } : {}) },
    },
    tellings: tellingsOfAssignment(row, { from, to, among, acceptance }),
    sentence: [givenWords(to, among, acceptance), warning].filter(Boolean).join(' '),
  };
}

function sorted(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}

/** The fields that say whether the team has taken it on; null when that stays as it was. */
function acceptanceOf(scope: Scope, row: ActionForWrite, from: Assigned, to: Assigned) {
  const acceptance = acceptanceAfter(scope, {
    from: row,
    teamId: to.teamId,
    ownerChanges: to.ownerPostId !== from.ownerPostId || to.ownerUserId !== from.ownerUserId,
  });
  if (acceptance === row.acceptance && to.teamId === from.teamId) return null;
  const isNobodys = acceptance === 'NONE';
  return {
    columns: {
      acceptance,
      acceptanceNote: '',
      acceptanceById: isNobodys ? null : scope.userId,
      acceptanceAt: isNobodys ? null : scope.now,
    },
    // What undoing writes back; only the standing itself is told in the history.
    before: {
      acceptance: row.acceptance,
      acceptanceNote: row.acceptanceNote,
      acceptanceById: row.acceptanceById,
      acceptanceAt: row.acceptanceAt,
    },
    after: { acceptance },
  };
}

/** "Given to Fostering, Head of Fostering. The team is asked to take it on." */
function givenWords(to: Assigned, among: Assignees, acceptance: ActionForWrite['acceptance'] | null): string {
  const names = [
    to.teamId === null ? undefined : among.teams.get(to.teamId)?.name,
    to.ownerPostId === null ? undefined : among.posts.get(to.ownerPostId)?.title,
    to.ownerUserId === null ? undefined : among.people.get(to.ownerUserId)?.name,
  ].filter((name) => name !== undefined);
  const given = names.length > 0 ? `Given to ${listWords(names)}.` : 'Given to nobody for now.';
  if (acceptance !== 'OFFERED' || to.teamId === null) return given;
  const answers = among.teams.get(to.teamId)?.answeredBy.length ?? 0;
  return answers > 0
    ? `${given} The team is asked to take it on.`
    : `${given} Nobody answers for the team yet, so nobody was told.`;
}
