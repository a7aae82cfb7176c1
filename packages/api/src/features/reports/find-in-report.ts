import type { ReportFindingOut } from '@gt/contracts/schemas';
import type { IsoDate, ReportContent } from '@gt/contracts/words';
import type { Db, Tx } from '@gt/db';
import { findInWords } from '@gt/domain/report';
import { screeningOptions } from '../screening/screening-options.ts';

/** Everybody known to the product by name, and the posts, which are no names. */
export async function loadKnownNames(db: Db | Tx): Promise<{ people: string[]; posts: string[] }> {
  const people = await db.user.findMany({ select: { name: true } });
  const posts = await db.post.findMany({ select: { title: true } });
  return { people: people.map(({ name }) => name), posts: posts.map(({ title }) => title) };
}

/** What has to go from a public edition or to be justified, each with the reason that was given so far. */
export async function findingsOf(
  db: Db | Tx,
  today: IsoDate,
  { title, content }: { title: string; content: ReportContent },
): Promise<ReportFindingOut[]> {
  const { people, posts } = await loadKnownNames(db);
  const whyOf = new Map((content.allowed ?? []).map(({ words, why }) => [words.toLowerCase(), why]));
  const screening = await screeningOptions(db, today);
  return findInWords({ title, ...content }, people, posts, screening).map((finding) => ({
    ...finding,
    why: whyOf.get(finding.words.toLowerCase()) ?? '',
  }));
}

/**
 * What identifies somebody as it stands, in a paper that stays inside: names and small numbers may be in it, an NHS
 * number hardly. Whoever issues it is shown it and decides.
 */
export async function personalDataIn(
  db: Db | Tx,
  today: IsoDate,
  { title, content }: { title: string; content: ReportContent },
): Promise<ReportFindingOut[]> {
  const screening = await screeningOptions(db, today);
  return findInWords({ title, ...content }, [], [], screening)
    .filter(({ kind }) => kind === 'PERSONAL_DATA')
    .map((finding) => ({ ...finding, why: '' }));
}
