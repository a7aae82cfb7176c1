import { inTransaction, type Tx } from '@gt/db';
import { holds, seesWholePlan } from '@gt/domain/authz';
import {
  type DigestParts,
  digestCounts,
  digestDue,
  digestMail,
  isInsideAddress,
  keptParts,
} from '@gt/domain/reminder';
import type { Context } from '../../core/context.ts';
import { fromIsoDate } from '../../core/dates.ts';
import { newId } from '../../core/new-id.ts';
import { type Telling, tellAll } from '../../core/tell.ts';
import { loadDigestParts } from './digest-content.repository.ts';
import { type DigestPerson, loadDigestPeople } from './digest-readers.repository.ts';
import { forgetOldDigests } from './forget-old-digests.ts';
import { loadPlanReviews, type PlanReview } from './plan-reviews.ts';

/** People looked at in one transaction: what a killed server does again, and what is held in memory. */
const AT_ONCE = 500;
/** Mentions and nudges are new for so long to somebody who never had a digest. */
const NEW_FOR_DAYS = 7;
/** Who speaks in the inbox. */
const PRODUCT = { userId: '', userName: 'Golden Thread' };

/**
 * Writes the digest of everybody for whom it is time: one a person a day across all plans, in the outbox and in the
 * inbox, none where nothing waits. Each person is looked at once a day, which the row of that day remembers in the
 * same transaction as the mail: run again, by a second server or after a kill, it goes on with those that are left.
 */
export async function sendDigests(
  ctx: Context,
  _data: Record<string, string>,
  signal: AbortSignal,
): Promise<void> {
  const reviews = await loadPlanReviews(ctx.db, ctx);
  let after = '';
  while (!signal.aborted) {
    const people = await loadDigestPeople(ctx.db, ctx.today, after, AT_ONCE);
    const last = people.at(-1);
    if (!last) return;
    after = last.userId;
    const due = people.filter((person) => digestDue(person, ctx.today, ctx.now).due);
    if (due.length > 0) await inTransaction(ctx.db, (tx) => writeDigests(tx, ctx, due, reviews));
  }
}

async function writeDigests(
  tx: Tx,
  ctx: Context,
  people: readonly DigestPerson[],
  reviews: readonly PlanReview[],
): Promise<void> {
  const longAgo = new Date(ctx.now.getTime() - NEW_FOR_DAYS * 86_400_000);
  const readers = people.map(({ userId, lastAt, roles }) => ({
    userId,
    since: lastAt ?? longAgo,
    seesWholePlan: seesWholePlan(roles),
  }));
  const waiting = await loadDigestParts(tx, readers, reviews, ctx);
  const drafts = people.map((person) => draftOf(ctx, person, waiting.get(person.userId) ?? {}));
  // Whoever was sooner has these people's rows already; theirs are left out.
  const written = await tx.digest.createManyAndReturn({
    data: drafts.map(({ id, person, counts, mailId }) => ({
      id,
      userId: person.userId,
      forDate: fromIsoDate(ctx.today),
      createdAt: ctx.now,
      counts,
      outboxMailId: mailId,
    })),
    skipDuplicates: true,
    select: { id: true },
  });
  const ours = new Set(written.map(({ id }) => id));
  const kept = drafts.filter(({ id }) => ours.has(id));
  await writeMails(tx, ctx, kept, reviews);
  await tellInInbox(tx, ctx, kept, reviews);
  await forgetOldDigests(
    tx,
    ctx,
    kept.map(({ person }) => person.userId),
  );
}

type Draft = {
  id: string;
  person: DigestPerson;
  /** What is in the digest; nothing for somebody who wants none. */
  parts: DigestParts;
  /** What waits, whether or not it is in a digest. */
  waiting: DigestParts;
  counts: Record<string, number>;
  mailId: string | null;
};

function draftOf(ctx: Context, person: DigestPerson, found: DigestParts): Draft {
  const mayUpdate = holds(person.roles, 'update.create');
  const waiting = keptParts(found, mayUpdate ? [] : ['UPDATE_WANTED']);
  const parts = person.digest ? keptParts(waiting, person.digestLeavesOut) : {};
  const counts = digestCounts(parts);
  const isMailed = Object.keys(counts).length > 0 && ctx.settings.mailIsSetUp;
  return { id: newId(), person, parts, waiting, counts, mailId: isMailed ? newId() : null };
}

async function writeMails(
  tx: Tx,
  ctx: Context,
  drafts: readonly Draft[],
  reviews: readonly PlanReview[],
): Promise<void> {
  const installation = await tx.installation.findFirst({ select: { insideMailDomains: true } });
  const { publicUrl } = ctx.settings;
  const ahead = reviews.flatMap(({ planId, planName, next }) =>
    next ? [{ planId, planName, words: next.words }] : [],
  );
  const mails = drafts.flatMap(({ id, person, parts, mailId }) => {
    if (mailId === null) return [];
    const mail = digestMail(
      { parts, reviews: ahead },
      {
        isInside: isInsideAddress(person.email, installation?.insideMailDomains ?? []),
        today: ctx.today,
        updateAddress: `${publicUrl}/my-updates`,
        preferencesAddress: `${publicUrl}/account#digest`,
      },
    );
    const messageId = `<digest-${id}@golden-thread>`;
    return [{ id: mailId, messageId, toAddress: person.email, ...mail, createdAt: ctx.now }];
  });
  if (mails.length === 0) return;
  await tx.outboxMail.createMany({ data: mails });
  await ctx.jobs.enqueue(tx, 'mail.send', {}, { singletonKey: 'outbox' });
}

/** One line for the digest; for whoever wants none, one a review where updates are wanted. */
async function tellInInbox(
  tx: Tx,
  ctx: Context,
  drafts: readonly Draft[],
  reviews: readonly PlanReview[],
): Promise<void> {
  const tellings = drafts.flatMap(({ id, person, parts, waiting }): Telling[] => {
    const of = { userIds: [person.userId], actionId: null };
    const [first] = Object.values(parts).flatMap((part) => part.items);
    if (first) return [{ ...of, kind: 'DIGEST', planId: first.planId, sourceId: id }];
    if (person.digest) return [];
    const wanted = new Set(waiting.UPDATE_WANTED?.items.map(({ planId }) => planId));
    return reviews.flatMap(({ planId, next }) =>
      wanted.has(planId) && next
        ? [{ ...of, kind: 'UPDATE_WANTED' as const, planId, sourceId: `${planId}:${next.date}` }]
        : [],
    );
  });
  await tellAll(tx, { ...PRODUCT, now: ctx.now }, tellings);
}
