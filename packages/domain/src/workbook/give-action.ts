import type { DraftAction, NameChoice } from '@gt/contracts/words';
import { type Directory, nameKey } from './match-names.ts';

/** Whom a row gives its action to; ids of what is there, or the name of a team or post that is to be made. */
export type Given = {
  team: NameChoice | null;
  ownerPost: { name: string; choice: NameChoice } | null;
  ownerUserId: string | null;
  lead: { name: string; choice: NameChoice } | null;
  supporting: string[];
  teamName: string;
  /** Names that nothing takes; their words are kept. */
  left: { heading: string; text: string }[];
};

/**
 * Whom an action is given to: the first team has it, the first post and the first person own it, further teams
 * support. A post without a team brings its own. Whoever is left over is kept as words.
 */
export function giveAction(
  action: DraftAction,
  choices: ReadonlyMap<string, NameChoice>,
  { posts }: Directory,
): Given {
  const given: Given = {
    team: null,
    ownerPost: null,
    ownerUserId: null,
    lead: null,
    supporting: [],
    teamName: '',
    left: [],
  };
  const choiceOf = (name: string): NameChoice => choices.get(nameKey(name)) ?? { to: 'NOBODY' };
  const leave = (heading: string, text: string) => given.left.push({ heading, text });
  const team = (name: string, choice: NameChoice, heading: string) => {
    if (!given.team) [given.team, given.teamName] = [choice, name];
    else if (choice.to === 'TEAM') given.supporting.push(choice.id);
    else leave(heading, name);
  };
  for (const name of action.teams) {
    const choice = choiceOf(name);
    if (choice.to === 'TEAM' || choice.to === 'NEW_TEAM') team(name, choice, 'Team');
    else leave('Team', name);
  }
  for (const name of action.owners) {
    const choice = choiceOf(name);
    if (choice.to === 'TEAM' || choice.to === 'NEW_TEAM') team(name, choice, 'Owner');
    else if (choice.to === 'USER' && given.ownerUserId === null) given.ownerUserId = choice.id;
    else if ((choice.to === 'POST' || choice.to === 'NEW_POST') && !given.ownerPost)
      given.ownerPost = { name, choice };
    else leave('Owner', name);
  }
  for (const name of action.leads) {
    const choice = choiceOf(name);
    if ((choice.to === 'POST' || choice.to === 'NEW_POST') && !given.lead) given.lead = { name, choice };
    else leave('Accountable lead', name);
  }
  const owner = given.ownerPost?.choice;
  if (!given.team && owner) {
    const teamId =
      owner.to === 'NEW_POST'
        ? owner.teamId
        : owner.to === 'POST'
          ? posts.find(({ id }) => id === owner.id)?.teamId
          : undefined;
    if (teamId !== undefined) given.team = { to: 'TEAM', id: teamId };
  }
  const own = given.team?.to === 'TEAM' ? given.team.id : null;
  given.supporting = [...new Set(given.supporting)].filter((id) => id !== own);
  return given;
}
