import { ownerOutsideTeam } from '@gt/domain/assignment';
import { canAssignTo, holds, seesWholePlan } from '@gt/domain/authz';
import { invalid, notAllowed } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import type { Assignees } from './load-assignees.ts';

/** Who an action is given to, and what it answers beside its own recommendation. */
export type Assigned = {
  teamId: string | null;
  ownerPostId: string | null;
  ownerUserId: string | null;
  leadPostId: string | null;
  partnerTeamId: string | null;
  supportingTeamIds: readonly string[];
  alsoServesIds: readonly string[];
};

export const GIVEN_TO_NOBODY: Assigned = {
  teamId: null,
  ownerPostId: null,
  ownerUserId: null,
  leadPostId: null,
  partnerTeamId: null,
  supportingTeamIds: [],
  alsoServesIds: [],
};

/** The ids that an assignment names, to be looked up at once. */
export function assigneeIds(all: readonly Assigned[]) {
  return {
    teamIds: all.flatMap((one) => [one.teamId, one.partnerTeamId, ...one.supportingTeamIds]),
    postIds: all.flatMap((one) => [one.ownerPostId, one.leadPostId]),
    userIds: all.map((one) => one.ownerUserId),
    recommendationIds: all.flatMap((one) => one.alsoServesIds),
  };
}

type Checked = {
  scope: Scope;
  /** The action's plan and recommendation. */
  of: { planId: string; recommendationId: string };
  from: Assigned;
  to: Assigned;
  among: Assignees;
};

/**
 * Checks those an action is given to: they are there and still at work, and the person may give work to them
 * (a manager within their own teams). What stays as it was is not asked again. Answers what the person should know
 * and may do all the same: '' for nothing. Throws INVALID and NOT_ALLOWED.
 */
export function checkAssignees(checked: Checked): string {
  const { scope, from, to, among } = checked;
  if (to.teamId !== from.teamId) {
    if (to.teamId !== null) requireTeams(among, 'teamId', [to.teamId]);
    requireRight(scope, to.teamId);
  }
  for (const field of ['ownerPostId', 'leadPostId'] as const) {
    const postId = to[field];
    if (postId !== null && postId !== from[field]) requirePost(among, scope, field, postId);
  }
  if (to.ownerUserId !== null && to.ownerUserId !== from.ownerUserId) {
    requirePerson(among, scope, to.ownerUserId);
  }
  if (to.partnerTeamId !== null && to.partnerTeamId !== from.partnerTeamId) {
    requireTeams(among, 'partnerTeamId', [to.partnerTeamId]);
  }
  requireTeams(among, 'supportingTeamIds', addedTo(from.supportingTeamIds, to.supportingTeamIds));
  requireRecommendations(checked);
  return checkOwnerInTeam(checked);
}

function addedTo(from: readonly string[], to: readonly string[]): string[] {
  return to.filter((id) => !from.includes(id));
}

function requireRight(scope: Scope, teamId: string | null): void {
  const decision = canAssignTo(scope, { teamId });
  if (!decision.ok) throw notAllowed(decision.reason);
}

function requireTeams(among: Assignees, field: string, teamIds: readonly string[]): void {
  for (const teamId of teamIds) {
    const team = among.teams.get(teamId);
    if (!team?.isOpen) {
      throw invalid([{ field, message: 'This team is no longer in use. Choose another.' }]);
    }
    if (field === 'partnerTeamId' && team.kind !== 'PARTNER_AGENCY') {
      throw invalid([
        { field, message: 'Choose a partner agency. Teams of the trust can be supporting teams.' },
      ]);
    }
  }
}

function requirePost(among: Assignees, scope: Scope, field: string, postId: string): void {
  const post = among.posts.get(postId);
  if (!post?.isOpen) {
    throw invalid([{ field, message: 'This post is no longer in use. Choose another.' }]);
  }
  requireRight(scope, post.teamId);
}

function requirePerson(among: Assignees, scope: Scope, userId: string): void {
  const person = among.people.get(userId);
  if (!person?.isActive || !holds(person.roles, 'update.create')) {
    throw invalid([
      {
        field: 'ownerUserId',
        message: 'This person cannot own an action. Choose somebody who can update it.',
      },
    ]);
  }
  if (userId === scope.userId || scope.roles.includes('PROGRAMME_LEAD')) return;
  requireRight(scope, person.teamIds.find((teamId) => scope.teamIds.includes(teamId)) ?? null);
}

function requireRecommendations({ scope, from, to, among, of }: Checked): void {
  const field = 'alsoServesIds';
  for (const id of addedTo(from.alsoServesIds, to.alsoServesIds)) {
    if (id === of.recommendationId) {
      throw invalid([{ field, message: 'The action stands under this recommendation already.' }]);
    }
    const target = among.recommendations.get(id);
    // One of another plan may be answered by whoever may read that plan.
    if (!target || (target.planId !== of.planId && !seesWholePlan(scope.roles))) {
      throw invalid([{ field, message: 'This recommendation is not there any more. Choose again.' }]);
    }
  }
}

/** The owner works in the team that has the action, unless a programme lead wants it otherwise. */
function checkOwnerInTeam({ scope, from, to, among }: Checked): string {
  const isAsked = (['teamId', 'ownerPostId', 'ownerUserId'] as const).some(
    (field) => to[field] !== from[field],
  );
  if (!isAsked || to.teamId === null) return '';
  const team = { id: to.teamId, name: among.teams.get(to.teamId)?.name ?? 'the team' };
  const person = to.ownerUserId === null ? undefined : among.people.get(to.ownerUserId);
  const post = to.ownerPostId === null ? undefined : among.posts.get(to.ownerPostId);
  const found = [
    ['ownerPostId', post ? { name: post.title, teamIds: [post.teamId] } : null] as const,
    ['ownerUserId', person ?? null] as const,
  ].flatMap(([field, owner]) => {
    const sentence = ownerOutsideTeam(owner, team, to.partnerTeamId);
    return sentence === null ? [] : [{ field, sentence }];
  });
  const first = found[0];
  if (!first) return '';
  if (scope.roles.includes('PROGRAMME_LEAD')) return found.map(({ sentence }) => sentence).join(' ');
  const message = `${first.sentence} A manager gives work within the team: choose an owner in ${team.name}, or ask the programme lead.`;
  throw invalid([{ field: first.field, message }]);
}
