import { holds } from './permissions.ts';
import type { Actor, Decision } from './record-rules.ts';

/** What the record rules need to know of a post that is, or is to be, asked for evidence. */
export type AskedPost = { postId: string; teamId: string };

const YES: Decision = { ok: true };
const no = (reason: string): Decision => ({ ok: false, reason });

/** The programme lead and verifiers ask any post, a manager those of their own teams. */
export function canAskForEvidence(actor: Actor, { teamId }: AskedPost): Decision {
  if (!holds(actor.roles, 'evidence.ask')) return no('Your role does not include asking for evidence.');
  const asksAll = actor.roles.some((role) => role === 'PROGRAMME_LEAD' || role === 'VERIFIER');
  return asksAll || actor.teamIds.includes(teamId)
    ? YES
    : no('A manager asks posts of their own teams. Ask the programme lead to ask others.');
}

/**
 * Saying that what was asked for is there: whoever holds the post, its team's manager or partner agency, the programme
 * lead. Example: the holder of another post of the same team, who is no manager, does not.
 */
export function canAnswerAsk(actor: Actor, { postId, teamId }: AskedPost): Decision {
  if (!holds(actor.roles, 'evidence.upload')) return no('Your role does not include adding evidence.');
  const answersForTeam = actor.roles.some((role) => role === 'MANAGER' || role === 'PARTNER');
  const isTheirs =
    actor.roles.includes('PROGRAMME_LEAD') ||
    actor.postIds.includes(postId) ||
    (answersForTeam && actor.teamIds.includes(teamId));
  return isTheirs ? YES : no('This was asked of another post.');
}

/** Whoever asked takes it back, and so may the programme lead. */
export function canWithdrawAsk(actor: Actor, { askedById }: { askedById: string }): Decision {
  if (!holds(actor.roles, 'evidence.ask')) return no('Your role does not include asking for evidence.');
  return actor.roles.includes('PROGRAMME_LEAD') || actor.userId === askedById
    ? YES
    : no('Only whoever asked, or the programme lead, takes this back.');
}
