import type { TeamRow } from './queries.ts';

/** Teams whose name, posts, holders or members hold every word that was typed. */
export function filterTeams(teams: readonly TeamRow[], q = ''): readonly TeamRow[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return teams.filter((team) => {
    const posts = team.posts.flatMap((post) => [post.title, post.holder?.name ?? 'vacant']);
    const members = team.members.map(({ name }) => name);
    const text = [team.name, ...posts, ...members].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
