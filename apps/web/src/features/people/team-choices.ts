import { TEAM_KINDS } from '@gt/contracts/words';
import type { TeamRow } from '../teams/public.tsx';

/** Teams to choose from, the trust's own and the agencies apart; a team that was put away only where `kept` has it. */
export function teamChoices(teams: readonly TeamRow[], kept: readonly string[] = []) {
  const open = teams.filter((team) => !team.archived || kept.includes(team.id));
  return TEAM_KINDS.map((kind) => ({
    group: kind === 'INTERNAL' ? 'Teams of the trust' : 'Partner agencies',
    items: open
      .filter((team) => team.kind === kind)
      .map((team) => ({ value: team.id, label: team.archived ? `${team.name} (put away)` : team.name })),
  })).filter((group) => group.items.length > 0);
}

/** Posts to choose from, by team, each with who holds it now. */
export function postChoices(teams: readonly TeamRow[]) {
  return teams
    .filter((team) => !team.archived)
    .map((team) => ({
      group: team.name,
      items: team.posts
        .filter((post) => !post.archived)
        .map((post) => ({
          value: post.id,
          label: post.holder ? `${post.title} (now ${post.holder.name})` : `${post.title} (vacant)`,
        })),
    }))
    .filter((group) => group.items.length > 0);
}
