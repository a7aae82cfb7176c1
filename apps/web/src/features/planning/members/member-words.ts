import type { RouterOutputs } from '@gt/api/types';

type Member = RouterOutputs['plans']['members']['REVIEW']['members'][number];

/** The posts that somebody holds, where their name does not say them already; '' when there is nothing to add. */
export function postWords({ name, posts }: Pick<Member, 'name' | 'posts'>): string {
  return posts.filter((title) => !name.startsWith(title)).join(', ');
}

/** A person in a list to choose from: "A. Example · Head of Fostering". */
export function choiceWords(person: Pick<Member, 'name' | 'posts'>): string {
  const posts = postWords(person);
  return posts ? `${person.name} · ${posts}` : person.name;
}

/** What must be known of a member beside their name; '' when there is nothing. */
export function standingWords({ isActive, mayRead }: Pick<Member, 'isActive' | 'mayRead'>): string {
  if (!isActive) return 'Left: expected at no new meeting, and sent no mail';
  return mayRead ? '' : 'Their role opens no reviews here';
}
