/**
 * Who holds a post, said beside its title without saying the title again: "Head of Fostering, holder 1" beside "Head
 * of Fostering" is "holder 1". A post without a holder is "vacant".
 */
export function holderWords({ title, holder }: { title: string; holder: string | null }): string {
  if (holder === null) return 'vacant';
  return holder.startsWith(`${title}, `) ? holder.slice(title.length + 2) : holder;
}
