import { ROLE_LABELS, type Role } from '@gt/contracts/words';
import type { PersonRow } from './queries.ts';

/** Accounts whose name, address, role, team or post holds every word that was typed, and who have the role. */
export function filterPeople(
  people: readonly PersonRow[],
  { q = '', role }: { q?: string; role?: Role },
): readonly PersonRow[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return people.filter((person) => {
    if (role && !person.roles.includes(role)) return false;
    const text = [
      person.name,
      person.email,
      ...person.roles.map((held) => ROLE_LABELS[held]),
      ...person.teams.map((team) => team.name),
      ...person.posts.map((post) => post.title),
    ]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
