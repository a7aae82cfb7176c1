import { formatDate, type UpdateLinkState } from '@gt/contracts/words';
import type { Db, Tx } from '@gt/db';
import { holds } from '@gt/domain/authz';
import { updateLinkState } from '@gt/domain/update';
import type { Context } from '../../core/context.ts';
import { londonDate } from '../../core/dates.ts';
import { DomainError } from '../../core/domain-error.ts';
import { LAST_REVIEW_SELECT, lastReviewIn } from '../../core/last-review.ts';
import { comingMeetings, rhythmOf } from '../../core/rhythm.ts';
import { type ActorNow, loadActors } from '../../core/rights-of.ts';
import { secretDigest } from '../people/secret-link.ts';

/** A link as its secret opens it, working or not. */
export type FoundLink = {
  id: string;
  planId: string;
  teamId: string;
  team: string;
  trust: string;
  /** The post that it was sent to. */
  name: string;
  state: UpdateLinkState;
  expiresAt: Date;
  endedAt: Date | null;
  firstOpenedAt: Date | null;
  /** Whoever made it, with today's rights; null when their account is closed or they may make no links any more. */
  maker: ActorNow | null;
  /** "the Head of Fostering at Northmoor Children's Trust": a post, never a person's name. */
  askWhom: string;
  lastReviewAt: Date;
  updatesDue: ReturnType<typeof comingMeetings>[number]['updatesDue'];
};

const LINK_SELECT = {
  id: true,
  planId: true,
  teamId: true,
  name: true,
  createdById: true,
  expiresAt: true,
  revokedAt: true,
  replacedById: true,
  firstOpenedAt: true,
  plan: { select: { trustName: true, councilName: true, ...LAST_REVIEW_SELECT } },
} as const;

/** The link behind a secret. Throws NOT_FOUND with what to do for one that is unknown. */
export async function findLink(
  db: Db | Tx,
  { now, today }: Pick<Context, 'now' | 'today'>,
  secret: string,
): Promise<FoundLink> {
  const row = await db.updateLink.findFirst({
    where: { tokenDigest: secretDigest(secret), plan: { deletedAt: null } },
    select: LINK_SELECT,
  });
  if (!row) {
    throw new DomainError(
      'NOT_FOUND',
      'This link is not known. Look for the newest mail and copy the whole address from it, or ask whoever sent it to you.',
    );
  }
  const { plan, createdById, revokedAt, replacedById, ...link } = row;
  const { trustName, councilName, ...reviewed } = plan;
  // Not every council has a trust.
  const trust = trustName === '' ? councilName : trustName;
  const actor = (await loadActors(db, [createdById], today)).get(createdById);
  const team = await db.team.findUniqueOrThrow({ where: { id: row.teamId }, select: { name: true } });
  const maker = actor && holds(actor.roles, 'updateLink.manage') ? actor : null;
  const { reviews: _, ...rhythm } = reviewed;
  return {
    ...link,
    team: team.name,
    trust,
    state: updateLinkState(row, now),
    endedAt: revokedAt,
    maker,
    askWhom: `${await postOf(db, maker)} at ${trust}`,
    lastReviewAt: lastReviewIn(reviewed, now),
    updatesDue: comingMeetings(rhythmOf(rhythm), 'REVIEW', now, 1)[0]?.updatesDue ?? null,
  };
}

async function postOf(db: Db | Tx, maker: ActorNow | null): Promise<string> {
  if (maker === null || maker.roles.includes('PROGRAMME_LEAD')) return 'the programme lead';
  const where = { id: { in: [...maker.postIds] } };
  const post = await db.post.findFirst({ where, orderBy: { title: 'asc' }, select: { title: true } });
  return post ? `the ${post.title}` : 'the programme lead';
}

export type WorkingLink = FoundLink & { maker: ActorNow };

/** Throws RULE, with what happened and whom to ask, for a link that works no more. */
export function assertWorks(link: FoundLink): asserts link is WorkingLink {
  const why = whyNot(link);
  if (why === null) return;
  throw new DomainError('RULE', `${why} What you sent by it is kept.`);
}

function whyNot({ state, expiresAt, endedAt, askWhom, maker }: FoundLink): string | null {
  const ask = `ask ${askWhom} for a new one.`;
  const on = (at: Date) => formatDate(londonDate(at));
  if (state === 'EXPIRED') {
    // It ends at midnight: the last day on which it worked is the one before.
    return `This link worked until the end of ${on(new Date(expiresAt.getTime() - 1))}. To update an action, ${ask}`;
  }
  if (state === 'REVOKED')
    return `This link was withdrawn on ${on(endedAt ?? expiresAt)}. To update an action, ${ask}`;
  if (state === 'REPLACED') {
    return `A newer link took the place of this one on ${on(endedAt ?? expiresAt)}. Use the one in the newest mail, or ${ask}`;
  }
  return maker === null
    ? `Whoever sent this link no longer looks after it. To update an action, ${ask}`
    : null;
}
