import type { NameChoice, NameFound, WorkbookRow } from '@gt/contracts/words';
import { initialsOf } from './read-values.ts';

/** Those an action can be given to. */
export type Directory = {
  teams: readonly { id: string; name: string }[];
  posts: readonly { id: string; title: string; teamId: string }[];
  people: readonly { id: string; name: string }[];
};

/** A name without case and signs: what a choice for it is kept by. */
export const nameKey = (name: string) =>
  name
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Everybody the workbook names, and whom each is taken for: as chosen, else the post, team or person of that name, else
 * the one person with those initials. A name that fits nobody, or two, is nobody's until a person says.
 * Example: "JS" is Jo Smith when no other person has these initials.
 */
export function matchNames(
  rows: readonly WorkbookRow[],
  directory: Directory,
  chosen: Readonly<Record<string, NameChoice>>,
): NameFound[] {
  const found = new Map<string, { name: string; rows: Set<WorkbookRow>; as: Set<NameFound['as'][number]> }>();
  for (const row of rows) {
    if (!row.action) continue;
    const groups = [
      ['team', row.action.teams],
      ['owner', row.action.owners],
      ['lead', row.action.leads],
    ] as const;
    for (const [as, names] of groups) {
      for (const name of names) {
        const key = nameKey(name);
        if (key === '') continue;
        const entry = found.get(key) ?? { name, rows: new Set(), as: new Set() };
        found.set(key, entry);
        entry.rows.add(row);
        entry.as.add(as);
      }
    }
  }
  const index = indexOf(directory);
  return [...found].map(([key, { name, rows: named, as }]) => ({
    name,
    key,
    rows: named.size,
    as: [...as],
    ...matchOf(name, key, index, chosen[key]),
  }));
}

type Index = { byName: Map<string, NameChoice[]>; byInitials: Map<string, { id: string; name: string }[]> };

function indexOf({ teams, posts, people }: Directory): Index {
  const byName = new Map<string, NameChoice[]>();
  const add = (name: string, choice: NameChoice) =>
    byName.set(nameKey(name), [...(byName.get(nameKey(name)) ?? []), choice]);
  for (const { id, title } of posts) add(title, { to: 'POST', id });
  for (const { id, name } of people) add(name, { to: 'USER', id });
  for (const { id, name } of teams) add(name, { to: 'TEAM', id });
  const byInitials: Index['byInitials'] = new Map();
  for (const person of people) {
    const initials = ownInitials(person.name);
    byInitials.set(initials, [...(byInitials.get(initials) ?? []), person]);
  }
  return { byName, byInitials };
}

/** "Jo Smith" is JS. */
function ownInitials(name: string): string {
  return name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join('');
}

const KINDS = {
  POST: 'A post has this title.',
  TEAM: 'A team has this name.',
  USER: 'A person has this name.',
} as const;

function matchOf(name: string, key: string, index: Index, chosen: NameChoice | undefined) {
  if (chosen) return { choice: chosen, why: 'Chosen by you.' };
  const nobody: NameChoice = { to: 'NOBODY' };
  const [same, other] = index.byName.get(key) ?? [];
  if (same && (!other || same.to !== other.to) && same.to in KINDS) {
    return { choice: same, why: KINDS[same.to as keyof typeof KINDS] };
  }
  const initials = initialsOf(name);
  const people = initials === null ? [] : (index.byInitials.get(initials) ?? []);
  const [person] = people;
  if (person && people.length === 1) {
    return { choice: { to: 'USER' as const, id: person.id }, why: `Initials of ${person.name}.` };
  }
  if (people.length > 1) return { choice: nobody, why: `${people.length} people have these initials.` };
  return { choice: nobody, why: 'Nobody of this name is known. The name is kept in the detail.' };
}
