import type { IsoDate, PackAudience } from '@gt/contracts/words';
import type { Db, Tx } from '@gt/db';
import { toIsoDate, toIsoDateOrNull } from '../../core/dates.ts';

/** Who people are, for the papers of a pack. */
export type PackPeople = {
  /** As the papers call somebody: by name; in a public edition by post alone. */
  nameOf(userId: string, on: IsoDate): string;
  /** The post somebody held on a day; the name where there was none. */
  postOf(userId: string, on: IsoDate): string;
  /** "Head of Fostering (Jo Bloggs)"; the post alone in a public edition. */
  postAndHolder(post: string | null, holder: string | null): string;
};

const GONE = 'Somebody no longer on record';
const NO_POST = 'Somebody of the trust';

/** Names and posts of these people. Two statements. */
export async function loadPeople(
  db: Db | Tx,
  userIds: readonly string[],
  audience: PackAudience,
): Promise<PackPeople> {
  const where = { in: [...new Set(userIds)] };
  const users = await db.user.findMany({ where: { id: where }, select: { id: true, name: true } });
  const holdings = await db.postHolding.findMany({
    where: { userId: where },
    orderBy: [{ fromDate: 'desc' }, { id: 'desc' }],
    select: { userId: true, fromDate: true, toDate: true, post: { select: { title: true } } },
  });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  const postsOf = Map.groupBy(holdings, ({ userId }) => userId);
  const isPublic = audience === 'PUBLIC';
  const heldOn = (userId: string, on: IsoDate) =>
    postsOf.get(userId)?.find(({ fromDate, toDate }) => {
      const until = toIsoDateOrNull(toDate);
      return toIsoDate(fromDate) <= on && (until === null || until >= on);
    })?.post.title;
  return {
    nameOf: (userId, on) => (isPublic ? (heldOn(userId, on) ?? NO_POST) : (names.get(userId) ?? GONE)),
    postOf: (userId, on) => heldOn(userId, on) ?? (isPublic ? NO_POST : (names.get(userId) ?? GONE)),
    postAndHolder(post, holder) {
      if (post === null) return isPublic ? '' : (holder ?? '');
      if (isPublic) return post;
      if (holder === null) return `${post} (vacant)`;
      return holder.startsWith(post) ? holder : `${post} (${holder})`;
    },
  };
}
