/**
 * Who holds a post, said beside its title without saying the title again: "Head of Fostering, holder 1" beside "Head
 * of Fostering" is "holder 1". A person of the same name as the post is "in post"; a post without a holder is "vacant".
 */
export function holderWords({ title, holder }: { title: string; holder: string | null }): string {
  if (holder === null) return 'vacant';
  if (holder === title) return 'in post';
  return holder.startsWith(`${title}, `) ? holder.slice(title.length + 2) : holder;
}
