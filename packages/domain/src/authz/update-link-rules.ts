import { holds } from './permissions.ts';
import { type ActionRecord, type Actor, canOnAction, type Decision } from './record-rules.ts';

const YES: Decision = { ok: true };
const no = (reason: string): Decision => ({ ok: false, reason });

/** A link as the rules see it: the agency that it is for, and whoever made it with the rights they have today. */
export type UpdateLinkRecord = { teamId: string; maker: Actor };

/**
 * Whether a link shows and updates an action: the agency's own actions, and of these only such as its maker may
 * update. A link never does more than its maker could, and nothing any more once the maker may make none: so nobody
 * reaches another team's actions by a link sent to oneself.
 * Example: a link for Police made by the Manager of Fostering shows R3.A2 (Fostering with Police), not R4.A1
 * (Permanence with Police); the programme lead's shows both.
 */
export function linkReaches({ teamId, maker }: UpdateLinkRecord, action: ActionRecord): boolean {
  const isAgencys =
    action.teamId === teamId ||
    action.partnerTeamId === teamId ||
    action.supportingTeamIds.some((supporting) => supporting === teamId);
  return (
    isAgencys && holds(maker.roles, 'updateLink.manage') && canOnAction(maker, 'update.create', action).ok
  );
}

/** The programme lead looks after every link; a manager after those that they made. */
export function canManageUpdateLink(actor: Actor, link: { createdById: string }): Decision {
  if (!holds(actor.roles, 'updateLink.manage')) return no('Your role does not include this.');
  if (actor.roles.includes('PROGRAMME_LEAD') || link.createdById === actor.userId) return YES;
  return no('A manager looks after the links that they made themselves. Ask the programme lead.');
}
