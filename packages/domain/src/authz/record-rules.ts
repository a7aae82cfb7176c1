import type { Role } from '@gt/contracts/words';
import { holds, type Permission } from './permissions.ts';

/** Who asks: roles, and the teams and posts held today. */
export type Actor = {
  userId: string;
  roles: readonly Role[];
  teamIds: readonly string[];
  postIds: readonly string[];
};

/** What the record rules need to know of an action. */
export type ActionRecord = {
  teamId: string | null;
  partnerTeamId: string | null;
  ownerPostId: string | null;
  ownerUserId: string | null;
  supportingTeamIds: readonly string[];
};

export type Decision = { ok: true } | { ok: false; reason: string };

const YES: Decision = { ok: true };
const no = (reason: string): Decision => ({ ok: false, reason });

/** The action is the person's own: they own it, hold its owner post, or work in a supporting or partner team. */
export function isOwnAction(actor: Actor, action: ActionRecord): boolean {
  return (
    action.ownerUserId === actor.userId ||
    (action.ownerPostId !== null && actor.postIds.includes(action.ownerPostId)) ||
    (action.partnerTeamId !== null && actor.teamIds.includes(action.partnerTeamId)) ||
    action.supportingTeamIds.some((teamId) => actor.teamIds.includes(teamId))
  );
}

/** The action belongs to a team that the person manages or works in. */
export function isTeamAction(actor: Actor, action: ActionRecord): boolean {
  return action.teamId !== null && actor.teamIds.includes(action.teamId);
}

/** Whether the actor sees every action of a plan, or (a partner, and nothing else) only their own. */
export function seesWholePlan(roles: readonly Role[]): boolean {
  return holds(roles, 'plan.read');
}

const READ_PERMISSIONS: readonly Permission[] = [
  'action.read',
  'evidence.list',
  'action.comment',
  'action.follow',
  'action.markForReview',
];
const TEAM_PERMISSIONS: readonly Permission[] = [
  'action.create',
  'action.edit',
  'action.assign',
  'action.plan',
  'action.accept',
  'update.nudge',
];
const OWN_PERMISSIONS: readonly Permission[] = [
  'action.changeStatus',
  'action.report',
  'action.requestDueDate',
  'update.create',
  'evidence.upload',
];

/**
 * May this person do this to this action? A programme lead may do everything in the plan; a manager what
 * concerns their own teams; contributors and partners what concerns their own actions; reading follows
 * `seesWholePlan`. Example: a Manager of Fostering may edit R3.A2 (Fostering) but not R4.A1 (Permanence).
 */
export function canOnAction(actor: Actor, permission: Permission, action: ActionRecord): Decision {
  if (!holds(actor.roles, permission)) return no('Your role does not include this.');
  if (READ_PERMISSIONS.includes(permission)) {
    return seesWholePlan(actor.roles) || isOwnAction(actor, action) || isTeamAction(actor, action)
      ? YES
      : no('Partners see only their own actions.');
  }
  if (actor.roles.includes('PROGRAMME_LEAD')) return YES;
  if (TEAM_PERMISSIONS.includes(permission)) {
    return isTeamAction(actor, action) ? YES : no("A manager can change only their own teams' actions.");
  }
  if (OWN_PERMISSIONS.includes(permission)) {
    // A manager answers for the team; an action given to a partner agency is that agency's own.
    const teamIsTheirs = actor.roles.includes('MANAGER') || actor.roles.includes('PARTNER');
    if (teamIsTheirs && isTeamAction(actor, action)) return YES;
    return isOwnAction(actor, action) ? YES : no('You can do this only on actions that you own or support.');
  }
  if (permission === 'evidence.download' && !seesWholePlan(actor.roles)) {
    return isOwnAction(actor, action) || isTeamAction(actor, action)
      ? YES
      : no('Partners see only their own actions.');
  }
  return YES;
}

/** Within a team: a manager assigns to teams, posts and people of their own; the lead to any. */
export function canAssignTo(actor: Actor, target: { teamId: string | null }): Decision {
  if (actor.roles.includes('PROGRAMME_LEAD')) return YES;
  if (!holds(actor.roles, 'action.assign')) return no('Your role does not include this.');
  return target.teamId !== null && actor.teamIds.includes(target.teamId)
    ? YES
    : no('A manager assigns within their own teams. Ask the programme lead to move it to another team.');
}

/** What the rule of two people needs to know of a request to destroy. */
export type RedactionAsked = {
  requestedById: string;
  requestedAt: Date;
  /** When the actor last made an invitation or password link for whoever asked; null when they never did. */
  linkMadeAt: Date | null;
};

/** So long before a request, in hours, a link to the account of whoever asked counts against its maker. */
const LINK_COUNTS_HOURS = 24;

/**
 * Destroying takes two people: whoever asked may not be the one who agrees. Nor may whoever made the link by which
 * one signs in as the person who asked, from 24 hours before the request on: one person could be both.
 */
export function canDecideRedaction(actor: Actor, redaction: RedactionAsked): Decision {
  if (!holds(actor.roles, 'redaction.decide')) return no('Your role does not include this.');
  if (redaction.requestedById === actor.userId) {
    return no('Somebody else must agree: two people are needed to destroy anything.');
  }
  const from = redaction.requestedAt.getTime() - LINK_COUNTS_HOURS * 3_600_000;
  return redaction.linkMadeAt !== null && redaction.linkMadeAt.getTime() >= from
    ? no(
        'You made the sign-in link of the person who asked, shortly before they asked or since. Somebody else must agree, so that two people really are two.',
      )
    : YES;
}
