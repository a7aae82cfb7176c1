import type { NameChoice } from '@gt/contracts/words';
import { type Given, nameKey } from '@gt/domain/workbook';
import type { Assigned } from '../actions/check-assignees.ts';

/** Ids of the teams and posts that are made for names of the workbook, by the name's key, and which teams are partner agencies. */
export type Made = {
  teams: ReadonlyMap<string, string>;
  posts: ReadonlyMap<string, string>;
  partners: ReadonlySet<string>;
};

/** Whom a new action is given to, with what is made for it. */
export function assignedOf(given: Given, made: Made): Assigned {
  const teamId = given.team ? teamOf(given.team, given.teamName, made) : null;
  const isPartner = teamId !== null && made.partners.has(teamId);
  return {
    teamId: isPartner ? null : teamId,
    partnerTeamId: isPartner ? teamId : null,
    ownerPostId: given.ownerPost ? postOf(given.ownerPost.choice, given.ownerPost.name, made) : null,
    ownerUserId: given.ownerUserId,
    leadPostId: given.lead ? postOf(given.lead.choice, given.lead.name, made) : null,
    supportingTeamIds: given.supporting,
    alsoServesIds: [],
  };
}

function teamOf(choice: NameChoice, name: string, { teams }: Made): string | null {
  if (choice.to === 'TEAM') return choice.id;
  return choice.to === 'NEW_TEAM' ? (teams.get(nameKey(name)) ?? null) : null;
}

function postOf(choice: NameChoice, name: string, { posts }: Made): string | null {
  if (choice.to === 'POST') return choice.id;
  return choice.to === 'NEW_POST' ? (posts.get(nameKey(name)) ?? null) : null;
}
